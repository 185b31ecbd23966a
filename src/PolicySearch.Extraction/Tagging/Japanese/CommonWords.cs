using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Tells names from common nouns: "研究開発計画" is made of common words alone, "産業クラスター計画" is not.</summary>
internal sealed class CommonWords(Lexicon lexicon)
{
    private readonly WordTable<bool> _words = new(lexicon.EastAsian("ja_common").Select(word => (word, true)));

    /// <summary>Whether the text is made of at most <paramref name="most"/> common words.</summary>
    public bool IsMadeOf(ReadOnlySpan<char> text, int most)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
        {
            if (text[at] == '・')
            {
                at++;
            }

            var length = _words.MatchStart(text, at);
            if (length == 0 || count == most)
            {
                return at == text.Length && count <= most;
            }

            at += length;
        }

        return true;
    }
}
