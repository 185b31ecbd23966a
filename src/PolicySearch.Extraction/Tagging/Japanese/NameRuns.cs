using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Runs of Han and Katakana: where Japanese names stand, as particles between them are Hiragana.</summary>
internal static class NameRuns
{
    /// <summary>Longer runs are no names.</summary>
    public const int MaxLength = 40;

    /// <summary>The runs of a block, by start.</summary>
    public static IEnumerable<(int Start, int End)> In(string text, TextBlock block)
    {
        foreach (var word in block.Words)
        {
            if (!word.IsCjk)
            {
                continue;
            }

            for (var at = word.Start; at < word.End;)
            {
                if (!Scripts.IsName(text[at]) || text[at] == '・')
                {
                    at++;
                    continue;
                }

                var start = at;
                while (at < word.End && Scripts.IsName(text[at]))
                {
                    at++;
                }

                var end = text[at - 1] == '・' ? at - 1 : at;
                if (end - start <= MaxLength)
                {
                    yield return (start, end);
                }
            }
        }
    }

    /// <summary>The ending in <paramref name="endings"/> (longest first) that closes <paramref name="run"/>, or null.</summary>
    public static string? Ending(ReadOnlySpan<char> run, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (run.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending;
            }
        }

        return null;
    }
}
