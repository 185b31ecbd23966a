using System.Globalization;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Marks footnotes that have only a number in front, "1 See the annual report.": at the end of a printed page, or where the text cites the number.</summary>
internal static partial class NumberedNotes
{
    private const int LongestNote = 2000;
    private const int FarthestCitation = 8000;
    private const int MostNotes = 2000;

    public static void Mark(TextDraft draft)
    {
        var candidates = Candidates(draft);
        if (candidates.Count is 0 or > MostNotes)
        {
            return;
        }

        var last = 0;
        var notes = candidates.FindAll(index =>
        {
            // The notes of a document, or of each page, count up from 1.
            var number = NumberOf(draft.Of(draft.Units[index]));
            var isNext = number == 1 || number == last + 1;
            last = isNext ? number : last;
            return isNext && (EndsPage(draft, index) || IsCited(draft, index, number));
        });

        // Where most such paragraphs stand in mid-page, they are a text with numbered paragraphs.
        if (notes.Count * 2 >= candidates.Count)
        {
            var rest = new HashSet<TextUnit>();
            notes.ForEach(index => MarkWithRest(draft, index, rest));
            draft.Units.RemoveAll(rest.Contains);
        }
    }

    private static List<int> Candidates(TextDraft draft)
    {
        var candidates = new List<int>();
        for (var i = 1; i < draft.Units.Count; i++)
        {
            var unit = draft.Units[i];
            if (unit is { Kind: null, Form: UnitForm.Prose, Span.Length: <= LongestNote } && char.IsAsciiDigit(draft.Text[unit.Span.Start])
                && (unit.BlankBefore > 0 || draft.Units[i - 1].Form == UnitForm.Rule || unit.Page > draft.Units[i - 1].Page || (candidates.Count > 0 && candidates[^1] == i - 1)) && Form().IsMatch(draft.Of(unit)) && EndsAsSentence(draft, i))
            {
                candidates.Add(i);
            }
        }

        return candidates;
    }

    // The note's last line may be a unit of its own.
    private static bool EndsAsSentence(TextDraft draft, int index) => draft.Text[draft.Units[EndOfNote(draft, index)].Span.End - 1] is '.' or '。' or ')' or '）';

    private static int EndOfNote(TextDraft draft, int index)
    {
        const int MostLines = 12;
        var end = index;
        while (end + 1 < draft.Units.Count && end < index + MostLines && draft.Units[end + 1] is { BlankBefore: 0, Kind: null, Form: UnitForm.Prose } next
            && next.Page == draft.Units[index].Page && !Form().IsMatch(draft.Of(next)[..Math.Min(next.Span.Length, 80)]))
        {
            end++;
        }

        return end;
    }

    // Only notes, page numbers and running heads follow on its page.
    private static bool EndsPage(TextDraft draft, int index)
    {
        const int MostOnPage = 12;
        for (var notes = 0; notes < MostOnPage; notes++)
        {
            var next = EndOfNote(draft, index) + 1;
            if (next >= draft.Units.Count)
            {
                return draft.Units[^1].Page > 0;
            }

            if (draft.Units[next].IsBoilerplate || draft.Units[next].Page > draft.Units[index].Page)
            {
                return true;
            }

            if (!Form().IsMatch(draft.Of(draft.Units[next])[..Math.Min(draft.Units[next].Span.Length, 80)]))
            {
                return false;
            }

            index = next;
        }

        return false;
    }

    // "… a seat.1 The", "く1。": the number behind a letter or a stop, in the text shortly before the note.
    private static bool IsCited(TextDraft draft, int index, int number)
    {
        var sign = number.ToString(CultureInfo.InvariantCulture);
        var end = draft.Units[index].Span.Start;
        var before = draft.Text.AsSpan(Math.Max(0, end - FarthestCitation), Math.Min(end, FarthestCitation));
        for (var at = before.LastIndexOf(sign); at > 0; at = before[..at].LastIndexOf(sign))
        {
            var follows = at + sign.Length < before.Length ? before[at + sign.Length] : ' ';
            if ((char.IsLetter(before[at - 1]) || before[at - 1] is '.' or ',' or '”' or '’' or ')' or '」' or '。') && !char.IsLetterOrDigit(follows) && follows is not ('.' or '-' or '/'))
            {
                return true;
            }
        }

        return false;
    }

    private static void MarkWithRest(TextDraft draft, int index, HashSet<TextUnit> rest)
    {
        var note = draft.Units[index];
        var end = EndOfNote(draft, index);
        for (var i = index + 1; i <= end; i++)
        {
            rest.Add(draft.Units[i]);
        }

        note.Kind = BlockKind.Footnote;
        note.BlankAfter = draft.Units[end].BlankAfter;
        note.Span = new TextSpan(note.Span.Start, draft.Units[end].Span.End);
    }

    private static int NumberOf(ReadOnlySpan<char> words) => int.Parse(words[..words.IndexOfAnyExceptInRange('0', '9')], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[1-9]\d{0,2}\s+[^\s\d]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
