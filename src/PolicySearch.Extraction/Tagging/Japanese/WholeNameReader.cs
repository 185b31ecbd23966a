using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Reads the persons whose name is a whole run of Han, with Hiragana or a blank and more Han behind it or not.</summary>
internal sealed class WholeNameReader(PersonNames names, PersonTitles titles, NameShapes shapes)
{
    private readonly PersonLists _lists = new(names, shapes);

    /// <summary>Adds the person whose name fills the run from <paramref name="start"/> to <paramref name="end"/> to <paramref name="found"/>.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Read(JoinedText text, int start, int end, List<FoundPerson> found) =>
        ReadCounted(text, start, end, found) || ReadParted(text, start, end, found) || ReadWhole(text, start, end, found) || ReadBehindOffice(text, start, end, found);

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
            PersonReader.Add(text, start, end, surname, titles.Behind(span, end), found);
            return true;
        }

        if (names.IsSurname(span[start..end]) && Scripts.IsHiragana(text[end]))
        {
            for (var length = 3; length >= 2; length--)
            {
                var after = end + length;
                if (after <= span.Length && names.IsGiven(span[end..after]) && titles.MatchLength(span, after) > 0)
                {
                    PersonReader.Add(text, start, after, end - start, titles.Behind(span, after), found);
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
        var isNamed = office < start ? shapes.IsRare(span[start..end], out surname) : text[start - 1] == 'の' && !Scripts.IsKatakana(text[end]) && !titles.EndsBefore(span, end) && shapes.IsLikely(span[start..end], out surname);
        if (!isNamed || !titles.EndsBefore(span, office < start ? office : start - 1))
        {
            return false;
        }

        PersonReader.Add(text, start, end, surname, default, found);
        return true;
    }

    // Whether the word goes on behind a given name.
    private static bool GoesOn(JoinedText text, int at) => Scripts.IsHan(text[at]) || (Scripts.IsKatakana(text[at]) && Scripts.IsKatakana(text[at - 1])) || (Scripts.IsHiragana(text[at]) && Scripts.IsHiragana(text[at - 1]));
}
