using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>Finds which passage cites which note: the next note with the number cited, as printed pages have it, else the last one before.</summary>
public static class NoteLinks
{
    private readonly record struct Note(NoteMark Mark, int Start, int Passage);

    /// <summary>The links of a document, each once, by citing passage.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="passages">Its passages, in order.</param>
    public static IReadOnlyList<NoteLink> Find(string text, IReadOnlyList<Passage> passages)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(passages);
        var notes = new Dictionary<string, List<Note>>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            foreach (var block in passage.Blocks.Where(block => IsNote(block.Kind)))
            {
                if (NoteMark.At(block.Span.Of(text)) is { } mark)
                {
                    (notes.TryGetValue(mark.Label, out var same) ? same : notes[mark.Label] = []).Add(new Note(mark, block.Span.Start, passage.Ordinal));
                }
            }
        }

        var links = new List<NoteLink>();
        foreach (var passage in passages.Where(_ => notes.Count > 0))
        {
            var seen = new HashSet<(string, int)>();
            foreach (var block in passage.Blocks.Where(block => !IsNote(block.Kind)))
            {
                AddCitations(text, block.Span, passage.Ordinal, notes, seen, links);
            }
        }

        return links;
    }

    private static void AddCitations(string text, TextSpan span, int passage, Dictionary<string, List<Note>> notes, HashSet<(string, int)> seen, List<NoteLink> links)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (!MayBegin(text, span.Start, at) || NoteMark.At(text.AsSpan(at, span.End - at)) is not { } mark)
            {
                continue;
            }

            var end = at + mark.Length;
            var endsThere = mark.Style != NoteStyle.Plain || end == span.End || !(char.IsLetterOrDigit(text[end]) || text[end] is '-' or '/' or '%');
            if (endsThere && notes.TryGetValue(mark.Label, out var same) && Nearest(same, mark, at) is { } note && seen.Add((note.Mark.Label, note.Passage)))
            {
                links.Add(new NoteLink(note.Mark.Label, passage, note.Passage));
            }

            at = end - 1;
        }
    }

    // A citation stands behind a word or a stop, so the sign or number that a list's item begins with is none.
    private static bool MayBegin(string text, int start, int at)
    {
        var c = text[at];
        if (c is '[' or '※' or '注' or (>= '⁰' and <= '⁹') or '¹' or '²' or '³')
        {
            return at > start;
        }

        if (c is '(' or '（')
        {
            return at > start && at + 1 < text.Length && text[at + 1] == '注';
        }

        if (c is not ('*' or '†' or '‡' or '＊' or (>= '0' and <= '9')) || at == start)
        {
            return false;
        }

        var before = text[at - 1];
        return c is >= '0' and <= '9'
            ? char.IsLetter(before) || before is '.' or ',' or ';' or ')' or '”' or '’' or '"' or '」' or '』' or '）' or '。' or '、'
            : char.IsLetterOrDigit(before) || before is ')' or '.';
    }

    private static Note? Nearest(List<Note> notes, NoteMark mark, int at)
    {
        // Notes rise; those of one number are few, but for documents made to be odd.
        var low = 0;
        var high = notes.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = notes[middle].Start > at ? (low, middle) : (middle + 1, high);
        }

        return low < notes.Count && mark.Means(notes[low].Mark) ? notes[low] : low > 0 && mark.Means(notes[low - 1].Mark) ? notes[low - 1] : null;
    }

    private static bool IsNote(BlockKind kind) => kind is BlockKind.Footnote or BlockKind.Reference;
}
