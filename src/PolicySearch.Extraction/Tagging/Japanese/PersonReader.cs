using PolicySearch.Extraction.Tagging.Words;
using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Reads the persons in a block: full names by the lists of surnames and given names, surnames and foreign names by the title beside them.</summary>
internal sealed class PersonReader(PersonNames names, PersonTitles titles, CommonWords common, Func<string, bool> isPlace)
{
    private const int MaxRun = 64;

    private readonly NameShapes _shapes = new(names, common);
    private readonly WholeNameReader _whole = new(names, titles, new NameShapes(names, common));
    private readonly KatakanaPersonReader _katakana = new(titles, isPlace);
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
                    _katakana.Read(text, known, start, at, found);
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
        if (_whole.Read(text, start, end, found))
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
                if (at > free && (ReadBefore(text, known, free, at, length, kind, found) || (bound > free && at > bound && ReadBefore(text, known, bound, at, length, kind, found)) || ReadChief(text, known, free, at, length, found)))
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

        if (piece.Length > 2 && piece[^1] is '前' or '元' or '現' or '新')
        {
            // "甘利明前幹事長"
            return ReadBefore(text, known, start, end - 1, titleLength + 1, kind, found);
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

    // "○川口総務課長", "加藤産業政策第二部長": between the surname and the title stands what the office is of, in common words.
    private bool ReadChief(JoinedText text, KnownSpans known, int start, int end, int titleLength, List<FoundPerson> found)
    {
        const int MostWords = 4;
        var span = text.Span;
        var isMarked = text[start - 1] is '○' or '〇' or '◯' or '●' or '◎';
        if (span[end + titleLength - 1] is not ('長' or '官' or '佐') || (!isMarked && NameBounds.IsLetter(text[start - 1])))
        {
            return false;
        }

        foreach (var length in (ReadOnlySpan<int>)[2, 3])
        {
            var office = span[Math.Min(start + length, end)..end];
            office = office.Length > 2 && office[^2] == '第' ? office[..^2] : office;
            if (office.Length > 1 && names.IsSurname(span.Slice(start, length)) && common.IsMadeOf(office, MostWords))
            {
                var surname = span.Slice(start, length).ToString();
                if (!isMarked && (known.StartingAt(text.ToSource(start)) is not null || isPlace(surname) || isPlace(surname + "県")))
                {
                    // "福島復興局長"
                    return false;
                }

                found.Add(new FoundPerson(text, start, start + length, surname, null, span[(start + length)..(end + titleLength)].ToString()));
                return true;
            }
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

    internal static void Add(JoinedText text, int start, int end, int surname, ReadOnlySpan<char> title, List<FoundPerson> found)
    {
        var name = text.Span[start..end];
        found.Add(new FoundPerson(text, start, end, name[..surname].ToString(), name.ToString(), title.IsEmpty ? null : title.ToString()));
    }
}
