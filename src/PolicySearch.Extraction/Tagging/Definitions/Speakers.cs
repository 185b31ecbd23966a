using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>The labels in capitals that a transcript sets before what a person says: "BAE: Mud and one bus.", "MR HAWES: It did."</summary>
internal sealed class Speakers
{
    private readonly HashSet<string> _labels = new(StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _labels.Count == 0;

    /// <summary>Collects the labels of a document.</summary>
    public static Speakers Of(TaggingContext context)
    {
        var speakers = new Speakers();
        foreach (var block in context.Blocks)
        {
            foreach (var word in block.Words)
            {
                if ((word.Shape & WordShape.AllCapitals) != WordShape.None && word.End < block.Span.End && context.Text[word.End] is ':' or '\uFF1A')
                {
                    speakers._labels.Add(context.TextOf(word).ToString());
                }
            }
        }

        return speakers;
    }

    /// <summary>The label of a person of that surname, or null; a label is given away once, so that it goes to whoever is asked for first.</summary>
    public string? Take(string surname)
    {
        var label = surname.ToUpperInvariant();
        return label != surname && _labels.Remove(label) ? label : null;
    }
}
