using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>Makes what stands under "Bibliography" references and what stands under "Notes" footnotes.</summary>
internal static partial class ReferenceLists
{
    private const int LongestAuthors = 160;
    private const int LongestReference = 500;

    private static readonly FrozenSet<string> References = new[]
    {
        "references", "bibliography", "works cited", "literature", "literature cited", "cited literature", "sources", "sources and references", "references and notes", "further reading", "selected bibliography", "reference list", "list of references", "literatur", "literaturverzeichnis", "bibliographie", "références",
        "参考文献", "引用文献", "参考資料", "文献", "出典", "参考文献一覧", "引用参考文献",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Notes = new[]
    {
        "notes", "footnotes", "endnotes", "end notes", "annotations", "sources and notes", "notes and sources", "notes and references", "注釈・参考文献", "注・参考文献", "注および参考文献", "anmerkungen", "fußnoten", "注", "注釈", "脚注", "注記", "註",
    }.ToFrozenSet();

    /// <summary>Kind of the entries under a heading with these words; null for an ordinary heading.</summary>
    public static BlockKind? KindUnder(ReadOnlySpan<char> heading)
    {
        if (heading.Length > 40)
        {
            return null;
        }

        var key = TextKeys.Of(heading);
        return References.Contains(key) ? BlockKind.Reference : Notes.Contains(key) ? BlockKind.Footnote : null;
    }

    private static readonly FrozenSet<string> BackMatter = new[]
    {
        "appendix", "appendices", "annex", "annexes", "acknowledgements", "acknowledgments", "abbreviations", "glossary", "index", "about the author", "about the authors", "contributors", "付録", "付表", "別添", "別紙", "謝辞", "索引", "用語集",
    }.ToFrozenSet();

    /// <summary>Whether a heading with these words may stand behind a list of references.</summary>
    public static bool IsBackMatter(ReadOnlySpan<char> heading)
    {
        if (heading.Length > 60)
        {
            return false;
        }

        var key = TextKeys.Of(heading);
        var space = key.IndexOf(' ', StringComparison.Ordinal);
        return KindUnder(heading) is not null || BackMatter.Contains(key) || (space > 0 && key[..space] is "appendix" or "annex");
    }

    /// <summary>Whether the line has none of a reference's signs, a year in brackets or an address.</summary>
    public static bool LooksUnlikeReference(ReadOnlySpan<char> line) => !Signs().IsMatch(line);

    public static void Mark(TextDraft draft)
    {
        BlockKind? kind = null;
        var last = BlockKind.Paragraph;
        foreach (var unit in draft.Units)
        {
            if (unit.Kind == BlockKind.Heading)
            {
                kind = KindUnder(draft.WordsOf(unit));
            }
            else if (kind is { } entry && unit.Form != UnitForm.Row && unit.Kind is null or BlockKind.Footnote or BlockKind.ListItem && unit.Form != UnitForm.Rule)
            {
                // Under "Notes and references" the notes have numbers, the references begin with an author.
                var goesOn = unit.BlankBefore == 0 && last == BlockKind.Reference;
                var isReference = entry == BlockKind.Footnote && unit.Form == UnitForm.Prose && (goesOn || BeginsWithAuthor(draft.Of(unit)));
                unit.Kind = last = isReference ? BlockKind.Reference : entry;
            }
        }

        MarkLastLines(draft);
    }

    // The last lines of a text may be references without a heading.
    private static void MarkLastLines(TextDraft draft)
    {
        var end = draft.Units.FindLastIndex(unit => !unit.IsBoilerplate);
        var start = end;
        while (start > 0 && IsLine(draft.Units[start]) && draft.Units[start].BlankBefore == 0 && IsLine(draft.Units[start - 1]))
        {
            start--;
        }

        if (start < end && IsLine(draft.Units[start]) && BeginsWithAuthor(draft.Of(draft.Units[start])))
        {
            draft.Units.GetRange(start, end - start + 1).ForEach(unit => unit.Kind = BlockKind.Reference);
        }
    }

    private static bool IsLine(TextUnit unit) => unit is { Kind: null, Form: UnitForm.Prose, Span.Length: <= LongestReference };

    private static bool BeginsWithAuthor(ReadOnlySpan<char> line) => AuthorAndYear().IsMatch(line[..Math.Min(line.Length, LongestAuthors)]);

    // "Oba, J. (2024), ", "OECD (2014). ", "経済産業省（2021）「"
    [GeneratedRegex(@"^(\p{Lu}[^()]{1,140} \([12]\d{3}[a-z]?\)[,.:]|[^（()]{2,40}[（(][12]\d{3}[a-z]?年?[）)][「『.:：、,])", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex AuthorAndYear();

    [GeneratedRegex(@"\((n\.d\.|[12]\d{3}[a-z]?)\)\.|\bvol\.|\bpp\. ?\d|\bdoi\b|https?:|www\.|, [12]\d{3}\.?$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();
}
