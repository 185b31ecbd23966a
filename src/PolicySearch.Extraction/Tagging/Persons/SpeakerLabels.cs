namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>The words in capitals that stand at a line's start before a colon: a transcript's speakers (OKAFOR: …).</summary>
internal static class SpeakerLabels
{
    private const int MinLength = 2;

    /// <summary>The labels of a text, without the colon.</summary>
    public static HashSet<string> Of(string text)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                start = at + 1;
            }
            else if (start >= 0 && text[at] == ':' && at - start >= MinLength)
            {
                labels.Add(text[start..at]);
                start = -1;
            }
            else if (!char.IsUpper(text[at]) && text[at] is not ('-' or '\'' or '’'))
            {
                // Blanks and stars before the label belong to the markup.
                start = start == at && text[at] is ' ' or '*' or '>' or '\r' ? at + 1 : -1;
            }
        }

        return labels;
    }
}
