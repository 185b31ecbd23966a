using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>The labels in capitals that a transcript sets before what a person says: "BAE: Mud and one bus.", "MR HAWES: It did."</summary>
internal sealed class Speakers
{
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    /// <summary>Collects the labels of a document.</summary>
    public static Speakers Of(TaggingContext context)
    {
        var speakers = new Speakers();
        foreach (var block in context.Blocks)
        {
            var words = block.Words;
            for (var i = 0; i < words.Count && (words[i].Shape & WordShape.AllCapitals) != WordShape.None; i++)
            {
                if (words[i].End < block.Span.End && context.Text[words[i].End] is ':' or '\uFF1A')
                {
                    speakers._labels.Add(context.TextOf(words[i]).ToString());
                    break;
                }
            }
        }

        return speakers;
    }

    /// <summary>The label of a person of that surname, or null.</summary>
    public string? Label(string surname)
    {
        var label = surname.ToUpperInvariant();
        return label != surname && _labels.Contains(label) ? label : null;
    }
}
