using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds Japanese names of bodies by their ending: 省, 庁, 機構, 大学.</summary>
internal sealed class JapaneseBodyFinder(Lexicon lexicon) : IFinder
{
    private const int MinLength = 3;

    private readonly (MentionType Type, string[] Endings)[] _endings =
    [
        (MentionType.Organisation, lexicon.EastAsian("ja_organisation")),
        (MentionType.Agency, lexicon.EastAsian("ja_agency")),
        (MentionType.Ministry, lexicon.EastAsian("ja_ministry")),
    ];

    // "国立研究開発法人 …": the legal form says what a body is, not how it is called.
    private static readonly string[] LegalForms =
        ["国立研究開発法人", "独立行政法人", "地方独立行政法人", "国立大学法人", "公立大学法人", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人", "社団法人", "財団法人", "特殊法人", "認可法人"];

    private readonly HashSet<string> _generic = new(lexicon.EastAsian("ja_generic"), StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var known = KnownEnds(context);
        foreach (var block in context.Blocks)
        {
            foreach (var (runStart, runEnd) in NameRuns.In(context.Text, block))
            {
                // "経済産業省製造産業局": a known body in front is a mention of its own.
                var named = runStart + LegalFormLength(context.Text.AsSpan(runStart, runEnd - runStart));
                var start = known.GetValueOrDefault(named, named);
                if (runEnd - start < MinLength)
                {
                    continue;
                }

                var run = context.Text.AsSpan(start, runEnd - start);
                if (TypeOf(run, out var ending) is { } type && run.Length >= ending!.Length + 2 && !_generic.Contains(run.ToString()) && !IsPlural(run))
                {
                    context.AddForm(block, type, start, runEnd, "ja-body");
                }
            }
        }
    }

    private static int LegalFormLength(ReadOnlySpan<char> run)
    {
        foreach (var form in LegalForms)
        {
            if (run.StartsWith(form, StringComparison.Ordinal) && run.Length > form.Length + 2)
            {
                return form.Length;
            }
        }

        return 0;
    }

    private static Dictionary<int, int> KnownEnds(TaggingContext context)
    {
        var known = new Dictionary<int, int>();
        foreach (var candidate in context.Candidates)
        {
            if (candidate is { Entry: not null, Type: MentionType.Ministry or MentionType.Agency or MentionType.Organisation })
            {
                known[candidate.Span.Start] = Math.Max(candidate.Span.End, known.GetValueOrDefault(candidate.Span.Start));
            }
        }

        return known;
    }

    private MentionType? TypeOf(ReadOnlySpan<char> run, out string? ending)
    {
        (MentionType? Type, string? Ending) best = (null, null);
        foreach (var (type, endings) in _endings)
        {
            if (NameRuns.Ending(run, endings) is { } found && found.Length > (best.Ending?.Length ?? 0))
            {
                best = (type, found);
            }
        }

        ending = best.Ending;
        return best.Type;
    }

    // "各研究機関", "関係省庁": several, none by name.
    private static bool IsPlural(ReadOnlySpan<char> run) => run[0] is '各' or '同' or '両' or '当' or '全' or '諸' or '他' || run.StartsWith("関係") || run.StartsWith("複数");
}
