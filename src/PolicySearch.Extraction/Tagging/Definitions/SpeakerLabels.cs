using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>The words in capitals with which a transcript's paragraphs begin: "OKAFOR: Thank you."</summary>
internal sealed class SpeakerLabels
{
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    private SpeakerLabels()
    {
    }

    /// <summary>The labels of a document.</summary>
    public static SpeakerLabels Of(TaggingContext context)
    {
        var labels = new SpeakerLabels();
        foreach (var block in context.Blocks)
        {
            if (block.Words is [var first, _, ..] && (first.Shape & WordShape.AllCapitals) != WordShape.None && first.End < block.Span.End && context.Text[first.End] is ':' or '：')
            {
                labels._labels.Add(context.TextOf(first).ToString());
            }
        }

        return labels;
    }

    /// <summary>The label that is this surname in capitals, or null.</summary>
    public string? Find(string surname)
    {
        var label = surname.ToUpperInvariant();
        return label != surname && _labels.Contains(label) ? label : null;
    }
}
