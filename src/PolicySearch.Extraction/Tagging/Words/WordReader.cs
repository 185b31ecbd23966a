namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>Cuts a block's text into words.</summary>
internal sealed class WordReader(SymbolTable symbols)
{
    /// <summary>The words of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public List<Word> Read(string text, int start, int end)
    {
        var words = new List<Word>((end - start) / 6 + 4);
        var gap = Gap.Break;
        var lines = 0;
        var at = start;
        while (at < end)
        {
            var unit = text[at];
            if (Scripts.IsCjk(unit))
            {
                var from = at;
                while (at < end && Scripts.IsCjk(text[at]))
                {
                    at++;
                }

                words.Add(new Word(from, at, -1, WordShape.Cjk, gap));
            }
            else if (char.IsLetterOrDigit(unit))
            {
                var word = ReadWord(text, at, end, gap);
                words.Add(word);
                at = word.End;
                if ((word.Shape & WordShape.Possessive) != WordShape.None)
                {
                    at += 2;
                    gap = Gap.Possessive;
                    lines = 0;
                    continue;
                }
            }
            else
            {
                gap |= lines == 0 && IsColumn(text, at, end) ? Gap.Break : GapOf(unit, ref lines);
                at++;
                continue;
            }

            gap = Gap.None;
            lines = 0;
        }

        return words;
    }

    /// <summary>The symbols of a name in a list, added to the table where new; "and" is left out, as the matcher skips it.</summary>
    public List<int> AddName(string name)
    {
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var result = new List<int>();
        foreach (var word in Read(name, 0, name.Length))
        {
            if (word.IsCjk)
            {
                continue;
            }

            var length = WordFolding.Fold(name.AsSpan(word.Start, word.End - word.Start), folded);
            if (length > 0 && !folded[..length].SequenceEqual("and"))
            {
                result.Add(symbols.Add(folded[..length]));
            }
        }

        return result;
    }

    private Word ReadWord(string text, int start, int end, Gap gap)
    {
        var at = start;
        int letters = 0, capitals = 0, digits = 0;
        var shape = WordShape.None;
        var isHangul = Scripts.IsHangul(text[start]);
        while (at < end)
        {
            var unit = text[at];
            if (char.IsLetterOrDigit(unit) && !Scripts.IsCjk(unit) && Scripts.IsHangul(unit) == isHangul)
            {
                letters += char.IsLetter(unit) ? 1 : 0;
                capitals += char.IsUpper(unit) ? 1 : 0;
                digits += char.IsDigit(unit) ? 1 : 0;
                at++;
            }
            else if (char.GetUnicodeCategory(unit) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                at++;
            }
            else if (WordFolding.IsApostrophe(unit))
            {
                if (IsPossessive(text, at, end))
                {
                    shape |= WordShape.Possessive;
                    break;
                }

                if (at + 1 >= end || !char.IsLetter(text[at + 1]))
                {
                    break;
                }

                at++;
            }
            else if (unit == '.' && IsInitialism(text, start, at, end))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        if (RestOfBrokenWord(text, start, at, end) is var rest and > 0)
        {
            return new Word(start, rest, BrokenSymbol(text, start, at, rest), char.IsUpper(text[start]) ? WordShape.Capital : WordShape.None, gap);
        }

        shape |= char.IsUpper(text[start]) ? WordShape.Capital : WordShape.None;
        shape |= capitals >= 2 && capitals == letters ? WordShape.AllCapitals : WordShape.None;
        shape |= digits > 0 && letters == 0 ? WordShape.Number : WordShape.None;
        shape |= capitals == 1 && letters == 1 && digits == 0 ? WordShape.Initial : WordShape.None;
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var length = WordFolding.Fold(text.AsSpan(start, at - start), folded);
        return new Word(start, at, length > 0 ? symbols.Find(folded[..length]) : -1, shape, gap);
    }

    // "manufactur-" at a line's end and "ing" on the next: where it ends, if together they are a word that some list knows, else 0.
    private int RestOfBrokenWord(string text, int start, int hyphen, int end)
    {
        var at = hyphen + 1;
        while (hyphen - start >= 2 && at < end && text[hyphen] == '-' && (text[at] is '\n' or '\r' || (text[at] == ' ' && at > hyphen + 1)))
        {
            at++;
        }

        if (at <= hyphen + 1 || at >= end || !char.IsLower(text[at]))
        {
            return 0;
        }

        while (at < end && char.IsLower(text[at]))
        {
            at++;
        }

        return BrokenSymbol(text, start, hyphen, at) >= 0 ? at : 0;
    }

    private int BrokenSymbol(string text, int start, int hyphen, int end)
    {
        var rest = text.AsSpan(hyphen + 1, end - hyphen - 1).TrimStart();
        Span<char> folded = stackalloc char[WordFolding.MaxLength];
        var length = hyphen - start + rest.Length <= WordFolding.MaxLength ? WordFolding.Fold($"{text.AsSpan(start, hyphen - start)}{rest}", folded) : 0;
        return length > 0 ? symbols.Find(folded[..length]) : -1;
    }

    private static bool IsPossessive(string text, int apostrophe, int end) =>
        apostrophe + 1 < end && text[apostrophe + 1] == 's' && (apostrophe + 2 >= end || !char.IsLetterOrDigit(text[apostrophe + 2]));

    // "U.S.", "U.K.": single capitals with full stops; the last full stop belongs to it.
    private static bool IsInitialism(string text, int start, int period, int end)
    {
        if (!char.IsUpper(text[period - 1]) || (period - 2 >= start && text[period - 2] != '.'))
        {
            return false;
        }

        var more = period + 2 < end && char.IsUpper(text[period + 1]) && text[period + 2] == '.';
        return more || period - 2 >= start;
    }

    // Three blanks in a row part the columns of a printed table.
    private static bool IsColumn(string text, int at, int end) =>
        text[at] == ' ' && at + 3 < end && text[at + 1] == ' ' && text[at + 2] == ' ' && text[at + 3] is not ('\n' or '\r');

    private static Gap GapOf(char unit, ref int lines)
    {
        switch (unit)
        {
            case '\n':
                return ++lines > 1 ? Gap.Break : Gap.Line;
            case '\r' or ' ' or '\u00A0' or '\u3000' or '\u00AD':
                return Gap.Space;
            case '\t' or '\u2028' or '\u2029':
                return Gap.Break;
            case ',' or '，' or '、':
                return Gap.Comma;
            case '-' or '\u2010' or '\u2011' or '*' or '+':
                return Gap.Hyphen;
            case '\u2012' or '\u2013' or '\u2014' or '\u2015':
                return Gap.Dash;
            case '&' or '＆':
                return Gap.Ampersand;
            case '/' or '／':
                return Gap.Slash;
            case '.' or '。':
                return Gap.Period;
            case '(' or '[' or '（' or '［' or '〔' or '【':
                return Gap.Open;
            case ')' or ']' or '）' or '］' or '〕' or '】':
                return Gap.Close;
            case '"' or '“' or '”' or '「' or '」' or '『' or '』' or '«' or '»' or '„':
                return Gap.Quote;
            case ';' or '；':
                return Gap.Other | Gap.Semicolon;
            default:
                return WordFolding.IsApostrophe(unit) ? Gap.Quote : char.IsWhiteSpace(unit) ? Gap.Space : Gap.Other;
        }
    }
}
