using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Tables;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>Finds prefectures that share their names with a city or a person where the text says that prefectures are meant: 富山、石川、福井の3県, "Saga and Oita prefectures", a column headed 県.</summary>
internal sealed class PrefectureFinder(AuthorityIndex authority, SymbolTable symbols) : IFinder
{
    private const int MaxNames = 10;
    private const int LongestName = 3;
    private const int LongestHeading = 12;

    private readonly int _prefectures = symbols.Add("prefectures");
    private readonly int _and = symbols.Add("and");

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var column in TableColumn.Of(context.Blocks))
        {
            if (column.Heading is { Length: <= LongestHeading } heading && IsHeading(heading.Of(context.Text).Trim()))
            {
                column.Cells.ForEach(cell => Add(context, cell, cell.Span.Start, cell.Span.End));
            }
        }

        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                if (block.Words[i].IsCjk)
                {
                    FindInJapanese(context, block, block.Words[i]);
                }
                else if (block.Words[i].Symbol == _prefectures)
                {
                    FindBefore(context, block, i);
                }
            }
        }
    }

    private static bool IsHeading(ReadOnlySpan<char> heading) => heading is "県" or "県名" or "都道府県" or "都道府県名" or "府県" or "道府県" or "Prefecture" or "Prefectures";

    // 佐賀、長崎両県; 富山・石川・福井の3県
    private void FindInJapanese(TaggingContext context, TextBlock block, Word word)
    {
        var text = context.Text;
        for (var at = Math.Max(word.Start, block.Span.Start + 1); at < word.End; at++)
        {
            if (text[at] != '県' || !IsCount(text[at - 1]))
            {
                continue;
            }

            var end = at - 1;
            end -= end > block.Span.Start && text[end - 1] == 'の' ? 1 : 0;
            for (var names = 0; names < MaxNames; names++)
            {
                var start = end;
                while (start > block.Span.Start && end - start <= LongestName && Scripts.IsCjk(text[start - 1]) && text[start - 1] != '・')
                {
                    start--;
                }

                if (!Add(context, block, start, end) || start - 1 <= block.Span.Start || text[start - 1] is not ('・' or '、' or '，' or ','))
                {
                    break;
                }

                end = start - 1;
            }
        }
    }

    private static bool IsCount(char unit) => unit is '両' or '各' or (>= '2' and <= '9') or (>= '２' and <= '９') || "二三四五六七八九".Contains(unit, StringComparison.Ordinal);

    // "Nagano, Toyama and Ishikawa prefectures"
    private void FindBefore(TaggingContext context, TextBlock block, int head)
    {
        var words = block.Words;
        for (var i = head - 1; i >= 0 && i >= head - MaxNames; i--)
        {
            if (words[i].Symbol == _and)
            {
                continue;
            }

            if ((words[i + 1].Before & ~(Gap.Space | Gap.Line | Gap.Comma)) != Gap.None || !words[i].IsCapital || !Add(context, block, words[i].Start, words[i].End))
            {
                return;
            }
        }
    }

    private bool Add(TaggingContext context, TextBlock block, int start, int end)
    {
        var name = context.Text.AsSpan(start, Math.Max(0, end - start)).Trim().ToString();
        var isJapanese = name.Length > 0 && Scripts.IsCjk(name[0]);
        if (name.Length == 0 || name.Length > 20 || (authority.Find(MentionType.Place, name + (isJapanese ? "県" : " Prefecture")) ?? (isJapanese ? authority.Find(MentionType.Place, name + "府") : null)) is not { } entry)
        {
            return false;
        }

        start = context.Text.IndexOf(name, start, StringComparison.Ordinal);
        context.Candidates.Add(new Candidate(MentionType.Place, entry.Id, new TextSpan(start, start + name.Length), Trust.Context, "rule:prefecture")
        {
            Block = block.Number,
            Entry = entry,
        });
        return true;
    }
}
