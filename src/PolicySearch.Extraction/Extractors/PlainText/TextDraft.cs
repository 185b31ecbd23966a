namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>A plain text while the passes work on it.</summary>
/// <param name="text">The whole text.</param>
/// <param name="units">Its units, in order.</param>
/// <param name="labels">What begins lines of their own.</param>
internal sealed class TextDraft(string text, List<TextUnit> units, LineLabels labels)
{
    /// <summary>What begins lines of their own: speakers, years.</summary>
    public LineLabels Labels { get; } = labels;

    /// <summary>The whole text.</summary>
    public string Text { get; } = text;

    /// <summary>Its units, in order.</summary>
    public List<TextUnit> Units { get; } = units;

    /// <summary>The title, white space collapsed.</summary>
    public string? Title { get; set; }

    /// <summary>Date of publication.</summary>
    public string? Published { get; set; }

    /// <summary>A unit's text.</summary>
    public ReadOnlySpan<char> Of(TextUnit unit) => unit.Span.Of(Text);

    /// <summary>A unit's text without the mark in front.</summary>
    public ReadOnlySpan<char> WordsOf(TextUnit unit) => unit.Words(Text);

    /// <summary>Number of the next unit after <paramref name="index"/> that is no boilerplate; -1 at the end.</summary>
    public int Next(int index)
    {
        do
        {
            index++;
        }
        while (index < Units.Count && Units[index].IsBoilerplate);
        return index < Units.Count ? index : -1;
    }
}
