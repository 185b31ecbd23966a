using PolicySearch.Text.Tables;

namespace PolicySearch.Text.Boundaries;

/// <summary>Decides whether a terminator ends its sentence.</summary>
internal static class FullStopJudge
{
    /// <summary>Japanese particles that carry on a sentence after a quotation that ended in 。</summary>
    private const string Particles = "とはがをにのへも、，";

    /// <summary>Whether a sentence ends with a terminator.</summary>
    /// <param name="text">The text up to the end of the block.</param>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="mark">The terminator.</param>
    /// <param name="end">One past the terminator, its repetitions and closing signs.</param>
    public static bool EndsSentence(ReadOnlySpan<char> text, int start, int mark, int end)
    {
        if (end == text.Length)
        {
            return true;
        }

        if (SentenceMarks.IsWideTerminator(text[mark]))
        {
            return EndsWide(text, mark, end);
        }

        var afterNote = SentenceMarks.AfterNoteMark(text, end);
        if (afterNote > end && char.IsAsciiDigit(text[afterNote - 1]) && !PlainNoteMayFollow(text, mark))
        {
            return false; // 3.14, No.5
        }

        if (afterNote == text.Length)
        {
            return true;
        }

        if (!Whitespace.Is(text[afterNote]))
        {
            // No space: only Japanese and Chinese set the next sentence directly after ! and ?.
            return text[mark] is not '.' and not '…' && Scripts.IsHanOrKana(CodePoints.At(text, afterNote, out _));
        }

        return EndsBeforeSpace(text, start, mark, end, NextInk(text, afterNote));
    }

    private static bool EndsWide(ReadOnlySpan<char> text, int mark, int end)
    {
        if (text[mark] == '．' && mark > 0 && IsDigit(text[mark - 1]) && IsDigit(text[end]))
        {
            return false;
        }

        var closed = SentenceMarks.IsCloser(text[end - 1]);
        return !(closed && Particles.Contains(text[end], StringComparison.Ordinal)) && !SentenceMarks.IsCloser(text[end]);
    }

    /// <summary>Judges by the first character of what follows, then by the word before.</summary>
    /// <param name="next">Where the text goes on.</param>
    private static bool EndsBeforeSpace(ReadOnlySpan<char> text, int start, int mark, int end, int next)
    {
        var opened = next;
        while (opened < text.Length && SentenceMarks.IsOpener(text[opened]))
        {
            opened++;
        }

        var follower = opened < text.Length ? ClassOf(text, opened) : SentenceBreakClass.Other;
        if (follower == SentenceBreakClass.Lower)
        {
            return false;
        }

        if (text[mark] != '.' || (end - mark > 1 && text[mark + 1] == '.'))
        {
            return true; // ! ? … ...
        }

        if (follower is SentenceBreakClass.Continue)
        {
            return false; // "U.S., Japan", "Inc. - "
        }

        var word = WordBefore(text, start, mark);
        if (word.Length == 0 || IsListNumber(text, start, mark, word))
        {
            return word.Length == 0;
        }

        return Abbreviations.Judge(word) switch
        {
            AbbreviationKind.None => true,
            AbbreviationKind.Title => false,
            AbbreviationKind.Reference => follower is not SentenceBreakClass.Numeric && Abbreviations.BeginsSentence(WordAt(text, opened)),
            _ => opened == next && Abbreviations.BeginsSentence(WordAt(text, opened)),
        };
    }

    private static int NextInk(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && Whitespace.Is(text[position]))
        {
            position++;
        }

        return position;
    }

    /// <summary>A bare number after a full stop is a note's mark only after a word, as in <c>industry.12 The</c>.</summary>
    private static bool PlainNoteMayFollow(ReadOnlySpan<char> text, int mark) =>
        mark > 1 && text[mark - 1] is var before
        && (SentenceMarks.IsCloser(before) || (ClassOf(text, mark - 1) == SentenceBreakClass.Lower && ClassOf(text, mark - 2) == SentenceBreakClass.Lower));

    /// <summary>The letters, digits and inner full stops before <paramref name="mark"/>: <c>U.S</c> of <c>U.S.</c>.</summary>
    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text, int start, int mark)
    {
        var first = mark;
        while (first > start && (text[first - 1] == '.' || char.IsLetterOrDigit(text[first - 1])))
        {
            first--;
        }

        return text[first..mark];
    }

    private static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return text[start..end];
    }

    /// <summary>Whether the word is the number of a list's item, <c>3.</c> or <c>2.1.</c> at the sentence's start.</summary>
    private static bool IsListNumber(ReadOnlySpan<char> text, int start, int mark, ReadOnlySpan<char> word)
    {
        if (mark - word.Length != start)
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c) && c != '.')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    private static SentenceBreakClass ClassOf(ReadOnlySpan<char> text, int position) =>
        (SentenceBreakClass)SentenceBreakTable.Get(CodePoints.At(text, position, out _));
}
