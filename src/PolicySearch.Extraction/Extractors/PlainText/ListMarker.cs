using System.Buffers;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>The mark at the start of a list item, numbered heading or note.</summary>
/// <param name="Form">What it marks; <see cref="UnitForm.Prose"/> for no mark.</param>
/// <param name="Length">Number of characters, white space behind it included.</param>
/// <param name="Depth">For a section number how many numbers it has; else 1.</param>
internal readonly record struct ListMarker(UnitForm Form, int Length, int Depth)
{
    /// <summary>For a number: what it looks like, so that "1." and "(1)" are told apart.</summary>
    public char Style { get; init; }

    private const string Bullets = "-*+•·‣▪▫■□●○◦◆◇►▶➢➤✓✔–—・〇◎★☆»›▸▹→❖⚫⁃∙⋅➔➜⇒✦✧◾◽￭\uF0B7\uF0A7\uF0A8\uF0D8\uF0FC\uF06C\uF06E\uF076";
    private const string SectionWords = "第";
    private const int MostNumerals = 4;
    private static readonly SearchValues<char> NoteSigns = SearchValues.Create("¹²³⁰⁴⁵⁶⁷⁸⁹†‡※");

    /// <summary>The mark at the start of <paramref name="line"/>, which has no white space in front.</summary>
    public static ListMarker Read(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
        {
            return default;
        }

        var marker = ReadBullet(line);
        if (marker.Length == 0)
        {
            marker = ReadHashes(line);
        }

        if (marker.Length == 0)
        {
            marker = ReadNote(line);
        }

        if (marker.Length == 0)
        {
            marker = ReadNumber(line);
        }

        return marker.Length < line.Length ? marker with { Style = StyleOf(line[..marker.Length]) } : default;
    }

    // The sign after the number says most: 1. 1) (1) a. a) ①
    private static char StyleOf(ReadOnlySpan<char> mark)
    {
        mark = mark.TrimEnd();
        return mark.IsEmpty ? '\0' : mark[0] is '(' or '（' ? '(' : char.IsAsciiLetter(mark[0]) ? 'a' : mark[0] is >= '①' and <= '➓' ? '①'
            : KanjiNumbers.Contains(mark[0], StringComparison.Ordinal) ? '一' : Kana.Contains(mark[0], StringComparison.Ordinal) ? 'ア' : mark[^1];
    }

    private static ListMarker ReadBullet(ReadOnlySpan<char> line)
    {
        if (!Bullets.Contains(line[0], StringComparison.Ordinal) || line.Length < 2)
        {
            return default;
        }

        // The Japanese middle dot and squares need no space; a dash or star does.
        var needsSpace = line[0] is '-' or '*' or '+' or '–' or '—' or '·' or '»' or '›' or '→';
        return needsSpace && !char.IsWhiteSpace(line[1]) ? default : new ListMarker(UnitForm.Bullet, WithSpace(line, 1), 1);
    }

    private static ListMarker ReadHashes(ReadOnlySpan<char> line)
    {
        var hashes = line.IndexOfAnyExcept('#');
        return hashes is >= 1 and <= 6 && char.IsWhiteSpace(line[hashes])
            ? new ListMarker(UnitForm.Marked, WithSpace(line, hashes), hashes)
            : default;
    }

    // [12] text, [^1]: text, ¹ text, 注1) text
    private static ListMarker ReadNote(ReadOnlySpan<char> line)
    {
        if (line[0] == '[')
        {
            var close = line[..Math.Min(line.Length, 8)].IndexOf(']');
            if (close > 1 && IsNoteNumber(line[1..close]))
            {
                close += close + 1 < line.Length && line[close + 1] == ':' ? 1 : 0;
                return new ListMarker(UnitForm.Note, WithSpace(line, close + 1), 1);
            }
        }

        var superscripts = line.IndexOfAnyExcept(NoteSigns);
        if (superscripts is >= 1 and <= 3)
        {
            return new ListMarker(UnitForm.Note, WithSpace(line, superscripts), 1);
        }

        var isJapanese = line[0] == '注' || (line[0] is '(' or '（' && line.Length > 1 && line[1] == '注');
        if (isJapanese)
        {
            var end = line[..Math.Min(line.Length, 8)].IndexOfAny(")）:：");
            end = end < 0 ? AfterDigits(line, 1) : end + 1;
            return end > 1 ? new ListMarker(UnitForm.Note, WithSpace(line, end), 1) : default;
        }

        return default;
    }

    // 注1 text: the digits and the space behind them; 0 where there are none.
    private static int AfterDigits(ReadOnlySpan<char> line, int start)
    {
        var end = start;
        while (end < line.Length && end < start + 3 && IsDigit(line[end]))
        {
            end++;
        }

        return end > start && end < line.Length && char.IsWhiteSpace(line[end]) ? end : 0;
    }

    private static bool IsNoteNumber(ReadOnlySpan<char> inside)
    {
        inside = inside[0] == '^' ? inside[1..] : inside;
        return inside.Length is >= 1 and <= 3 && inside.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static ListMarker ReadNumber(ReadOnlySpan<char> line)
    {
        if (line[0] is (>= '①' and <= '⒛') or (>= '⓪' and <= '⓿') or (>= '❶' and <= '➓') or (>= '㈠' and <= '㈩') or (>= '㊀' and <= '㊉'))
        {
            return new ListMarker(UnitForm.Numbered, WithSpace(line, 1), 1);
        }

        if (line[0] is (>= 'ⅰ' and <= 'ⅿ') or (>= 'Ⅰ' and <= 'Ⅿ') && line.Length > 2 && line[1] is ')' or '）' or '.' or '．')
        {
            return new ListMarker(UnitForm.Numbered, WithSpace(line, 2), 1);
        }

        if (LineWidths.IsWide(line[0]) && ReadJapaneseLetter(line) is { Length: > 0 } letter)
        {
            return letter;
        }

        if (SectionWords.Contains(line[0], StringComparison.Ordinal))
        {
            return ReadJapaneseSection(line);
        }

        var open = line[0] is '(' or '（' ? 1 : 0;
        var digits = open;
        var depth = 1;
        while (digits < line.Length && (IsDigit(line[digits]) || (open == 0 && IsInnerDot(line, digits))))
        {
            depth += IsDigit(line[digits]) ? 0 : 1;
            digits++;
        }

        if (digits == open)
        {
            return ReadLetter(line, open);
        }

        return depth > 1 ? SectionNumber(line, digits, depth) : SingleNumber(line, open, digits);
    }

    // 2.1 Heading, 2.1. Heading; a decimal such as 0.5 has no heading behind it.
    private static ListMarker SectionNumber(ReadOnlySpan<char> line, int end, int depth)
    {
        end += end < line.Length && line[end] is '.' or '．' ? 1 : 0;
        var isFraction = line[0] == '0' || depth > 5 || end > 12;
        return isFraction || end >= line.Length || !char.IsWhiteSpace(line[end])
            ? default
            : new ListMarker(UnitForm.Section, WithSpace(line, end), depth);
    }

    private static ListMarker SingleNumber(ReadOnlySpan<char> line, int open, int end)
    {
        if (end - open > 3 || end >= line.Length || (open == 1) != line[end] is ')' or '）')
        {
            return open == 0 && end - open <= 3 && end < line.Length && line[end] is ')' or '）'
                ? new ListMarker(UnitForm.Numbered, WithSpace(line, end + 1), 1)
                : default;
        }

        var isWide = line[end] is '．' or '、' or '）';
        if (!isWide && line[end] is not ('.' or ')'))
        {
            return default;
        }

        return isWide || (end + 1 < line.Length && char.IsWhiteSpace(line[end + 1])) || line[end] == ')'
            ? new ListMarker(UnitForm.Numbered, WithSpace(line, end + 1), 1)
            : default;
    }

    // a) a. (a) iv. (iv); an upper-case letter with a dot is an initial, so it needs brackets.
    private static ListMarker ReadLetter(ReadOnlySpan<char> line, int open)
    {
        var end = open;
        while (end < line.Length && end - open < 5 && line[end] is 'i' or 'v' or 'x')
        {
            end++;
        }

        end = end == open && end < line.Length && char.IsAsciiLetter(line[end]) ? end + 1 : end;
        if (end == open || end + 1 >= line.Length || !char.IsWhiteSpace(line[end + 1]))
        {
            return default;
        }

        if (line[end] == '.' && end + 2 < line.Length && char.IsAsciiDigit(line[end + 2]))
        {
            return default; // p. 12
        }

        var closed = line[end] == ')' || (line[end] == '）');
        var dotted = open == 0 && line[end] == '.' && char.IsAsciiLetterLower(line[0]);
        return closed || dotted ? new ListMarker(UnitForm.Numbered, WithSpace(line, end + 1), 1) : default;
    }

    // 一　二、 （三） ア　 イ） （ウ）: numerals and letters; "二、三の" is no mark, and "ア" without a sign behind it is a word.
    private static ListMarker ReadJapaneseLetter(ReadOnlySpan<char> line)
    {
        var open = line[0] is '（' or '(' ? 1 : 0;
        var end = open;
        while (end < line.Length && end < open + MostNumerals && KanjiNumbers.Contains(line[end], StringComparison.Ordinal))
        {
            end++;
        }

        var isLetter = end == open && end < line.Length && Kana.Contains(line[end], StringComparison.Ordinal);
        end = isLetter ? end + 1 : end == open ? end : AfterBranch(line, end);
        if (end == open || end + 1 >= line.Length)
        {
            return default;
        }

        var sign = line[end];
        var closes = sign is '）' or ')' || (open == 0 && sign is '　' or '．' or '.') || (open == 0 && sign == '、' && !KanjiNumbers.Contains(line[end + 1], StringComparison.Ordinal));
        return closes ? new ListMarker(UnitForm.Numbered, WithSpace(line, end + 1), 1) : default;
    }

    // の二 behind a number.
    private static int AfterBranch(ReadOnlySpan<char> line, int start)
    {
        var end = start + 1;
        while (start < line.Length && line[start] == 'の' && end < line.Length && (IsDigit(line[end]) || KanjiNumbers.Contains(line[end], StringComparison.Ordinal)))
        {
            end++;
        }

        return end > start + 1 ? end : start;
    }

    private const string KanjiNumbers = "一二三四五六七八九十";
    private const string Kana = "アイウエオカキクケコサシスセソタチツテトイロハニホヘ";

    // 第1章, 第二節, 第３ heading
    private static ListMarker ReadJapaneseSection(ReadOnlySpan<char> line)
    {
        var digits = 1;
        while (digits < line.Length && digits < 6 && (IsDigit(line[digits]) || (KanjiNumbers + "百").Contains(line[digits], StringComparison.Ordinal)))
        {
            digits++;
        }

        if (digits == 1 || digits >= line.Length)
        {
            return default;
        }

        // 第二章の三 was put in after 第二章.
        var depth = "部編章節款目条項".IndexOf(line[digits], StringComparison.Ordinal);
        return depth < 0 ? default : new ListMarker(UnitForm.Section, WithSpace(line, AfterBranch(line, digits + 1)), depth <= 2 ? 1 : depth - 1);
    }

    private static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    private static bool IsInnerDot(ReadOnlySpan<char> line, int at) =>
        line[at] is '.' or '．' or '-' && at > 0 && at + 1 < line.Length && IsDigit(line[at - 1]) && IsDigit(line[at + 1]) && line[at] != '-';

    private static int WithSpace(ReadOnlySpan<char> line, int end)
    {
        while (end < line.Length && char.IsWhiteSpace(line[end]))
        {
            end++;
        }

        return end;
    }
}
