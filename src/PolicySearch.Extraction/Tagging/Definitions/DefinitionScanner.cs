using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Reads definitions of short forms by their letters in any text: long form (SHORT), SHORT (long form).</summary>
/// <remarks>
/// Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", 2003; the letters are matched as
/// <see cref="LetterAlignment"/> says. Each bracket looks back at most <see cref="Reach"/> code units, so the work is linear in the text.
/// </remarks>
internal static class DefinitionScanner
{
    private const int Reach = 400;
    private const int MaxInside = 200;

    /// <summary>The definitions of <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>, by the end of their brackets.</summary>
    public static List<Definition> Scan(string text, int start, int end)
    {
        var found = new List<Definition>();
        var open = new Stack<int>();
        for (var at = start; at < end; at++)
        {
            if (IsOpen(text[at]))
            {
                open.Push(at);
            }
            else if (IsClose(text[at]) && open.TryPop(out var bracket) && at - bracket <= MaxInside && Read(text, start, bracket, at) is { } definition)
            {
                found.Add(definition);
            }
        }

        return found;
    }

    /// <summary>The definition that <paramref name="shortForm"/> makes with the long form that ends at <paramref name="end"/>; null where the letters do not fit.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="start">Where the block begins.</param>
    /// <param name="end">Where the long form ends.</param>
    /// <param name="shortForm">Where the short form stands.</param>
    public static Definition? LongBefore(string text, int start, int end, TextSpan shortForm) =>
        LongIn(text, WindowStart(text, start, end), end, shortForm);

    private static Definition? Read(string text, int start, int open, int close)
    {
        var inside = Trim(text, open + 1, close);
        var first = FirstPart(text, inside);
        if (inside.Length == 0 || (IsAttached(text, start, open) && !ShortForms.IsAllCapitals(first.Of(text))))
        {
            return null;
        }

        var window = WindowStart(text, start, open);
        return LongIn(text, window, open, first) ?? ShortBefore(text, window, open, inside, first);
    }

    private static Definition? LongIn(string text, int window, int open, TextSpan shortForm)
    {
        if (!ShortForms.IsPlausible(shortForm.Of(text)) || LongForms.Before(shortForm.Of(text), text.AsSpan(window, open - window).TrimEnd()) is not { } span)
        {
            return null;
        }

        return new Definition(shortForm, new TextSpan(window + span.Start, window + span.End));
    }

    private static Definition? ShortBefore(string text, int window, int open, TextSpan inside, TextSpan first)
    {
        var end = window + text.AsSpan(window, open - window).TrimEnd(" \n\r\t.,;:\"“”").Length;
        var start = end;
        while (start > window && !char.IsWhiteSpace(text[start - 1]) && text[start - 1] is not ('"' or '“'))
        {
            start--;
        }

        var shortForm = new TextSpan(start, end);
        if (end - start < 2 || !ShortForms.IsPlausible(shortForm.Of(text)) || !shortForm.Of(text).ContainsAnyInRange('A', 'Z'))
        {
            return null;
        }

        return LongForms.IsWhole(shortForm.Of(text), inside.Of(text)) ? new Definition(shortForm, inside)
            : LongForms.IsWhole(shortForm.Of(text), first.Of(text)) ? new Definition(shortForm, first)
            : null;
    }

    // Up to a comma, a semicolon or "or": "(METI, formerly MITI)".
    private static TextSpan FirstPart(string text, TextSpan inside)
    {
        var part = inside.Of(text);
        var end = part.Length;
        for (var at = 0; at < part.Length && end == part.Length; at++)
        {
            if ((part[at] is ',' or ';' && at + 1 < part.Length && char.IsWhiteSpace(part[at + 1])) || part[at..].StartsWith(" or ", StringComparison.Ordinal))
            {
                end = at;
            }
        }

        return Trim(text, inside.Start, inside.Start + end);
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '“' or '”' or '\'' or '‘'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '"' or '“' or '”' or '\'' or '’'))
        {
            end--;
        }

        return new TextSpan(start, end);
    }

    private static bool IsAttached(string text, int start, int open) => open > start && !char.IsWhiteSpace(text[open - 1]);

    // Back to the sentence's start, the bracket around, or the end of a bracket set off by a blank: none of them is inside a long form.
    private static int WindowStart(string text, int start, int open)
    {
        int depth = 0, groupEnd = open;
        for (var at = open - 1; at >= Math.Max(start, open - Reach); at--)
        {
            var unit = text[at];
            if (IsClose(unit))
            {
                groupEnd = depth++ == 0 ? at + 1 : groupEnd;
            }
            else if (IsOpen(unit))
            {
                if (depth-- == 0)
                {
                    return at + 1;
                }

                if (depth == 0 && (at == start || char.IsWhiteSpace(text[at - 1])))
                {
                    return groupEnd;
                }
            }
            else if (depth == 0 && at < open - 2 && IsBreak(text, start, at))
            {
                return at + 1;
            }
        }

        return Math.Max(start, open - Reach);
    }

    // A full stop behind two small letters or digits, so that "U.S. Department" and "Corp. (ABC)" go on; a blank line.
    private static bool IsBreak(string text, int start, int at) => text[at] switch
    {
        '.' or ';' or '?' or '!' => char.IsWhiteSpace(text[at + 1]) && at - 2 >= start && EndsWord(text[at - 1]) && EndsWord(text[at - 2]),
        '。' or '；' or '「' or '」' => true,
        '\n' => text[at + 1] == '\n' || (text[at + 1] == '\r' && text[at + 2] == '\n'),
        _ => false,
    };

    private static bool EndsWord(char unit) => char.IsLower(unit) || char.IsDigit(unit) || IsClose(unit);

    private static bool IsOpen(char unit) => unit is '(' or '[' or '（' or '［';

    private static bool IsClose(char unit) => unit is ')' or ']' or '）' or '］';
}
