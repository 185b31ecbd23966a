using PolicySearch.Extraction.Tagging.Words;
using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Reads the persons in a block: full names by the lists of surnames and given names, surnames and foreign names by the title beside them.</summary>
internal sealed class PersonReader(PersonNames names, PersonTitles titles, CommonWords common, Func<string, bool> isPlace)
{
    private const int MaxRun = 64;

    private readonly NameShapes _shapes = new(names, common);
    private readonly PersonLists _lists = new(names, new NameShapes(names, common));

    /// <summary>Adds the persons in a block to <paramref name="found"/>.</summary>
    public void Read(JoinedText text, KnownSpans known, List<FoundPerson> found)
    {
        var span = text.Span;
        for (var at = 0; at < span.Length;)
        {
            var start = at;
            if (Scripts.IsHan(span[at]))
            {
                while (at < span.Length && Scripts.IsHan(span[at]))
                {
                    at++;
                }

                if (at - start <= MaxRun && !Scripts.IsKatakana(text[start - 1]))
                {
                    ReadHan(text, known, start, at, found);
                }
            }
            else if (Scripts.IsKatakana(span[at]))
            {
                while (at < span.Length && (Scripts.IsKatakana(span[at]) || span[at] is '・' or '＝' or '='))
                {
                    at++;
                }

                if (at - start <= MaxRun)
                {
                    ReadKatakana(text, known, start, at, found);
                }
            }
            else
            {
                at++;
            }
        }
    }

    private void ReadHan(JoinedText text, KnownSpans known, int start, int end, List<FoundPerson> found)
    {
        if (ReadCounted(text, start, end, found) || ReadParted(text, start, end, found) || ReadWhole(text, start, end, found) || ReadBehindOffice(text, start, end, found))
        {
            return;
        }

        // Names stand before titles, and behind them; a known body or place is no part of them.
        var span = text.Span;
        int free = start, bound = start;
        for (var at = start + 1; at <= end; at++)
        {
            if (titles.TryMatch(span, at, out var length, out var kind) && titles.MayEnd(span, at + length, end) && !IsInName(span, free, at))
            {
                if (at > free && (ReadBefore(text, known, free, at, length, kind, found) || (bound > free && at > bound && ReadBefore(text, known, bound, at, length, kind, found))))
                {
                    if (PersonTitles.IsOfSeveral(span.Slice(at, length)))
                    {
                        _lists.ReadBefore(text, found[^1].Start, found[^1].Title!, found);
                    }

                    free = bound = at + length;
                }
                else if (at + length < end && (names.SurnameLength(span[(at + length)..end]) is var surname and > 0 || _shapes.IsRare(span[(at + length)..end], out surname)))
                {
                    Add(text, at + length, end, surname, span.Slice(at, length), found);
                    return;
                }
            }

            if (at < end && known.EndingAt(text.ToSourceEnd(at)) is { Type: not MentionType.Person } candidate && candidate.Span.Start >= text.ToSource(bound))
            {
                bound = at;
            }
        }

        ReadLabel(text, start, end, found);
    }

    // "鈴木直道知事": the name goes on into what is a title, too.
    private bool IsInName(ReadOnlySpan<char> span, int start, int at) =>
        at + 1 < span.Length && at + 1 - start <= PersonNames.MaxFull && titles.MatchLength(span, at + 1) > 0 && names.SurnameLength(span[start..(at + 1)]) > 0;

    // "佐藤、高橋、鈴木の3氏"
    private bool ReadCounted(JoinedText text, int start, int end, List<FoundPerson> found)
    {
        var title = PersonLists.CountEnd(text, end);
        if (title == end)
        {
            return false;
        }

        var before = found.Count;
        _lists.Read(text, start, end, text.Span[(end + 1)..title].ToString(), found);
        return found.Count > before;
    }

    // "橋本 和雄座長": surname and given name parted by a blank.
    private bool ReadParted(JoinedText text, int start, int end, List<FoundPerson> found)
    {
        const int MaxBlanks = 3;
        var span = text.Span;
        var given = end;
        while (given < span.Length && span[given] is ' ' or '\u3000' && given - end < MaxBlanks)
        {
            given++;
        }

        if (given == end || !names.IsSurname(span[start..end]))
        {
            return false;
        }

        for (var length = Math.Min(3, span.Length - given); length > 0; length--)
        {
            var after = given + length;
            if (names.IsGiven(span[given..after]) && end - start + length >= 3 && (!GoesOn(text, after) || titles.MatchLength(span, after) > 0))
            {
                found.Add(new FoundPerson(text, start, after, span[start..end].ToString(), string.Concat(span[start..end], span[given..after]), titles.At(span, after)));
                return true;
            }
        }

        return false;
    }

    // A run that is a full name: "橋本和雄", "高市さなえ".
    private bool ReadWhole(JoinedText text, int start, int end, List<FoundPerson> found)
    {
        var span = text.Span;
        var surname = names.SurnameLength(span[start..end]);
        if (surname > 0 && !Scripts.IsKatakana(text[end]) && !char.IsAsciiLetter(text[end]) && !titles.IsNoPerson(span[start..end]))
        {
            Add(text, start, end, surname, titles.Behind(span, end), found);
            return true;
        }

        if (names.IsSurname(span[start..end]) && Scripts.IsHiragana(text[end]))
        {
            for (var length = 3; length >= 2; length--)
            {
                var after = end + length;
                if (after <= span.Length && names.IsGiven(span[end..after]) && titles.MatchLength(span, after) > 0)
                {
                    Add(text, start, after, end - start, titles.Behind(span, after), found);
                    return true;
                }
            }
        }

        return false;
    }

    // "理事長 松永守央", "会長：山根某", "大臣の西村康稔": behind an office a rare name needs only a known surname.
    private bool ReadBehindOffice(JoinedText text, int start, int end, List<FoundPerson> found)
    {
        var span = text.Span;
        var office = start;
        while (office > 0 && span[office - 1] is ' ' or '\u3000' or '：' or ':' && start - office < 3)
        {
            office--;
        }

        var surname = 0;
        var isNamed = office < start ? _shapes.IsRare(span[start..end], out surname) : text[start - 1] == 'の' && !Scripts.IsKatakana(text[end]) && !titles.EndsBefore(span, end) && _shapes.IsLikely(span[start..end], out surname);
        if (!isNamed || !titles.EndsBefore(span, office < start ? office : start - 1))
        {
            return false;
        }

        Add(text, start, end, surname, default, found);
        return true;
    }

    private bool ReadBefore(JoinedText text, KnownSpans known, int start, int end, int titleLength, TitleKind kind, List<FoundPerson> found)
    {
        var span = text.Span;
        var title = span.Slice(end, titleLength);
        var piece = span[start..end];
        if (piece[0] is '元' or '前' or '現' or '故' or '次' && piece.Length > 1 && names.SurnameLength(piece) == 0 && !names.IsSurname(piece))
        {
            start++;
            piece = span[start..end];
        }

        if (names.SurnameLength(piece) is var surname and > 0)
        {
            Add(text, start, end, surname, title, found);
            return true;
        }

        if (kind == TitleKind.Full)
        {
            return ReadSuffix(text, start, end, title, found);
        }

        if (names.IsSurname(piece))
        {
            return AddSurname(text, known, start, end, title, kind, found);
        }

        if (known.StartingAt(text.ToSource(start)) is null && (_shapes.IsShort(piece, kind, out surname) || _shapes.IsRare(piece, out surname) || (PersonTitles.IsSure(title) && _shapes.IsLikely(piece, out surname))))
        {
            Add(text, start, end, surname, title, found);
            return true;
        }

        if (ReadSuffix(text, start, end, title, found) || ReadSurnameSuffix(text, known, start, end, title, kind, found))
        {
            return true;
        }

        if (piece.Length == 2)
        {
            // A surname that no list holds: "達増県政", if the document names him in full.
            found.Add(new FoundPerson(text, start, end, piece.ToString(), null, title.ToString()) { IsDoubtful = true });
        }

        return false;
    }

    // "筑波大学橋本和雄教授"
    private bool ReadSuffix(JoinedText text, int start, int end, ReadOnlySpan<char> title, List<FoundPerson> found)
    {
        foreach (var length in (ReadOnlySpan<int>)[4, 3, 5])
        {
            var from = end - length;
            if (from > start && NameShapes.Closing.Contains(text[from - 1]) && names.SurnameLength(text.Span[from..end]) is var surname and >= 2)
            {
                Add(text, from, end, surname, title, found);
                return true;
            }
        }

        return false;
    }

    // "自民党岸田総裁"
    private bool ReadSurnameSuffix(JoinedText text, KnownSpans known, int start, int end, ReadOnlySpan<char> title, TitleKind kind, List<FoundPerson> found)
    {
        foreach (var length in (ReadOnlySpan<int>)[2, 3])
        {
            var from = end - length;
            if (from > start + 1 && NameShapes.Closing.Contains(text[from - 1]) && names.IsSurname(text.Span[from..end]))
            {
                return AddSurname(text, known, from, end, title, kind, found);
            }
        }

        return false;
    }

    private bool AddSurname(JoinedText text, KnownSpans known, int start, int end, ReadOnlySpan<char> title, TitleKind kind, List<FoundPerson> found)
    {
        var isPlaceName = kind != TitleKind.Any && known.StartingAt(text.ToSource(start))?.Type == MentionType.Place;
        if (isPlaceName || titles.IsNoPerson(text.Span[start..(end + title.Length)]))
        {
            return false;
        }

        found.Add(new FoundPerson(text, start, end, text.Span[start..end].ToString(), null, title.ToString()));
        return true;
    }

    // "○橋本 ", "橋本：", "松原（2013）": the label of a speaker, the author of a citation.
    private void ReadLabel(JoinedText text, int start, int end, List<FoundPerson> found)
    {
        var name = text.Span[start..end];
        var isCited = text[end] is '(' or '（' && Digits.RunEnd(text.Span, end + 1) == end + 5;
        if (isCited && _shapes.IsRare(name, out var surname))
        {
            Add(text, start, end, surname, default, found);
            return;
        }

        if (!names.IsSurname(name))
        {
            return;
        }

        var isMarked = text[start - 1] is '○' or '〇' or '◯' or '●' or '【' or '◎' && text[end] is ' ' or '\u3000' or '】' or '：' or ':';
        var isSpeaker = text[start - 1] == '\n' && text[end] is '：' or ':';
        if (isMarked || isCited || isSpeaker)
        {
            found.Add(new FoundPerson(text, start, end, name.ToString(), null, null) { IsDoubtful = isSpeaker || name.Length == 1 });
        }
    }

    // "バイデン大統領", "マイケル・ポーター教授", "メルケル独首相"
    private void ReadKatakana(JoinedText text, KnownSpans known, int start, int end, List<FoundPerson> found)
    {
        var span = text.Span;
        var nation = text[end] is '米' or '英' or '独' or '仏' or '伊' or '露' or '中' or '韓' or '印' or '豪' or '加' ? 1 : 0;
        var from = end + nation;
        if (!titles.TryMatch(span, from, out var length, out var kind) || kind == TitleKind.Full || !titles.MayEnd(span, from + length, from + length))
        {
            return;
        }

        // "プーチン・ロシア大統領": the country is no part of the name.
        var run = span[start..end];
        var dot = run.LastIndexOf('・');
        end -= isPlace(run[(dot + 1)..].ToString()) ? run.Length - Math.Max(0, dot) : 0;
        var name = span[start..Math.Max(start, end)].Trim("・＝=");
        var last = name[(name.LastIndexOfAny("・＝=") + 1)..];
        if (last.Length < 2 || Scripts.IsHan(text[start - 1]) || known.StartingAt(text.ToSource(start)) is { Type: not MentionType.Person } || titles.IsNoPerson(last) || titles.IsNoPerson(name))
        {
            return;
        }

        found.Add(new FoundPerson(text, start, start + name.Length, last.ToString(), last.Length < name.Length ? name.ToString() : null, span.Slice(from, length).ToString()));
    }

    // Whether the word goes on behind a given name.
    private static bool GoesOn(JoinedText text, int at) => Scripts.IsHan(text[at]) || (Scripts.IsKatakana(text[at]) && Scripts.IsKatakana(text[at - 1])) || (Scripts.IsHiragana(text[at]) && Scripts.IsHiragana(text[at - 1]));

    private static void Add(JoinedText text, int start, int end, int surname, ReadOnlySpan<char> title, List<FoundPerson> found)
    {
        var name = text.Span[start..end];
        found.Add(new FoundPerson(text, start, end, name[..surname].ToString(), name.ToString(), title.IsEmpty ? null : title.ToString()));
    }
}
