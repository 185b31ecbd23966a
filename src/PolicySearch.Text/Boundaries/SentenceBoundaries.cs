namespace PolicySearch.Text.Boundaries;

/// <summary>Sentences of English and Japanese prose: UAX #29 with knowledge of abbreviations, initials, numbers and quotations.</summary>
/// <remarks>
/// A line break inside a paragraph is white space; a blank line ends a sentence, and so does a list's next item. Where a full stop is in doubt
/// (<c>U.S. Government</c>, <c>T. Okazaki</c>), the word after it decides, and the sentence rather goes on: a passage
/// cut too late reads better than one cut inside a name.
/// </remarks>
public static class SentenceBoundaries
{
    /// <summary>The sentences of <paramref name="text"/> between two places.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">First UTF-16 unit.</param>
    /// <param name="end">One past the last.</param>
    /// <returns>Spans in ascending order that cover all but white space, without white space at their ends.</returns>
    public static IReadOnlyList<(int Start, int End)> Split(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);

        var sentences = new List<(int Start, int End)>();
        var span = text.AsSpan(0, end);
        for (var position = SkipSpace(span, start); position < end;)
        {
            var next = NextEnd(span, position);
            sentences.Add((position, next));
            position = SkipSpace(span, next);
        }

        return sentences;
    }

    /// <summary>The sentences of a whole text.</summary>
    public static IReadOnlyList<(int Start, int End)> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Split(text, 0, text.Length);
    }

    /// <summary>Where the sentence that begins at <paramref name="start"/> ends, white space after it left out.</summary>
    private static int NextEnd(ReadOnlySpan<char> text, int start)
    {
        var lastInk = start;
        for (var position = start; position < text.Length;)
        {
            var c = text[position];
            if (Whitespace.Is(c))
            {
                var after = SkipSpace(text, position);
                var breaks = CountLineBreaks(text[position..after]);
                if (after == text.Length || breaks >= 2 || (breaks == 1 && SentenceMarks.BeginsListItem(text, after)))
                {
                    return lastInk;
                }

                position = after;
            }
            else if (SentenceMarks.IsTerminator(c))
            {
                var end = SentenceMarks.EndOfTerminator(text, position);
                if (FullStopJudge.EndsSentence(text, start, position, end))
                {
                    return SentenceMarks.AfterNoteMark(text, end);
                }

                position = lastInk = end;
            }
            else
            {
                lastInk = ++position;
            }
        }

        return lastInk;
    }

    /// <summary>The number of line breaks in white space; a separator of paragraphs or pages counts as two.</summary>
    private static int CountLineBreaks(ReadOnlySpan<char> space)
    {
        var breaks = 0;
        for (var i = 0; i < space.Length; i++)
        {
            if (space[i] is '\u2029' or '\f')
            {
                breaks += 2;
            }
            else if (Whitespace.IsLineBreak(space[i]) && !(space[i] == '\n' && i > 0 && space[i - 1] == '\r'))
            {
                breaks++;
            }
        }

        return breaks;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && Whitespace.Is(text[position]))
        {
            position++;
        }

        return position;
    }
}
