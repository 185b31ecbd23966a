using PolicySearch.Extraction.Tagging.Words;
using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Reads the persons before one whose title is that of all of them: 小林鷹之、西村康稔両氏; 佐藤、高橋、鈴木の3氏.</summary>
internal sealed class PersonLists(PersonNames names, NameShapes shapes)
{
    private const int MostNames = 10;

    /// <summary>Where the word for several persons ends that stands behind a name: の3氏, の三氏; <paramref name="end"/> where none does.</summary>
    public static int CountEnd(JoinedText text, int end) =>
        text[end] == 'の' && (Digits.IsDigit(text[end + 1]) || Digits.HanValue(text[end + 1]) > 1) && text[end + 2] == '氏' ? end + 3 : end;

    /// <summary>Adds the person whose name stands from <paramref name="start"/> to <paramref name="end"/>, and those listed before, to <paramref name="found"/>.</summary>
    public void Read(JoinedText text, int start, int end, string title, List<FoundPerson> found)
    {
        if (TryAdd(text, start, end, title, found))
        {
            ReadBefore(text, start, title, found);
        }
    }

    /// <summary>Adds the persons listed before <paramref name="start"/> to <paramref name="found"/>.</summary>
    public void ReadBefore(JoinedText text, int start, string title, List<FoundPerson> found)
    {
        for (var count = 0; count < MostNames && text[start - 1] is '、' or '・' or '，' or 'と'; count++)
        {
            var end = start - 1;
            start = end;
            while (Scripts.IsHan(text[start - 1]) && end - start <= PersonNames.MaxFull)
            {
                start--;
            }

            if (!TryAdd(text, start, end, title, found))
            {
                return;
            }
        }
    }

    private bool TryAdd(JoinedText text, int start, int end, string title, List<FoundPerson> found)
    {
        var name = text.Span[start..end];
        if (names.SurnameLength(name) is var surname and > 0 || shapes.IsLikely(name, out surname))
        {
            found.Add(new FoundPerson(text, start, end, name[..surname].ToString(), name.ToString(), title));
            return true;
        }

        if (names.IsSurname(name))
        {
            found.Add(new FoundPerson(text, start, end, name.ToString(), null, title));
            return true;
        }

        return false;
    }
}
