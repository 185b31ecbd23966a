using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds Japanese names of policy instruments: quoted with their ending, or in a long run with a strong one.</summary>
internal sealed class JapaneseProgrammeFinder(Lexicon lexicon) : IFinder
{
    private const int MinBare = 7;
    private const int MaxQuoted = 40;

    // Endings that make a law's name; 法 alone also ends 方法 and 手法.
    private static readonly string[] Laws =
    [
        "特別措置法", "基本法", "措置法", "促進法", "強化法", "推進法", "支援法", "規制法", "振興法", "保障法", "対策法", "保護法", "活性化法", "合理化法", "再生法",
        "設置法", "整備法", "育成法", "抑制法", "管理法", "安定法", "競争法", "禁止法",
    ];

    private static readonly string[] Strong =
        ["計画", "プログラム", "プロジェクト", "構想", "基金", "補助金", "イニシアティブ", "イニシアチブ", "協定", "条約", "ビジョン", "大綱", "戦略", "特区", "事業", "交付金"];

    private readonly string[] _endings = lexicon.EastAsian("ja_programme");

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            FindQuoted(context, block);
            foreach (var (start, end) in NameRuns.In(context.Text, block))
            {
                var run = context.Text.AsSpan(start, end - start);
                var isLaw = run.Length >= 5 && NameRuns.Ending(run, Laws) is { } law && run.Length >= law.Length + 2;
                if (isLaw || (run.Length >= MinBare && NameRuns.Ending(run, Strong) is not null))
                {
                    context.AddForm(block, MentionType.Programme, EditionStart(context.Text, block, start), end, "ja-programme");
                }
            }
        }
    }

    private void FindQuoted(TaggingContext context, TextBlock block)
    {
        var text = context.Text;
        for (var open = text.IndexOf('「', block.Span.Start, block.Span.Length); open >= 0;)
        {
            var from = open + 1;
            var close = text.IndexOf('」', from, Math.Min(MaxQuoted + 1, block.Span.End - from));
            if (close > from)
            {
                var quoted = text.AsSpan(from, close - from);
                var name = quoted.TrimEnd("0123456789０１２３４５６７８９ ");
                if (quoted.Length >= 5 && !quoted.ContainsAny('。', '、', '「') && NameRuns.Ending(name, _endings) is not null)
                {
                    context.AddForm(block, MentionType.Programme, from, close, "ja-quoted");
                }
            }

            open = text.IndexOf('「', from, block.Span.End - from);
        }
    }

    // "第6期科学技術・イノベーション基本計画": the edition belongs to the name.
    private static int EditionStart(string text, TextBlock block, int start)
    {
        if (text[start] is not ('期' or '次'))
        {
            return start;
        }

        var at = start;
        while (at > block.Span.Start && Years.Digits.IsDigit(text[at - 1]))
        {
            at--;
        }

        return at > block.Span.Start && at < start && text[at - 1] == '第' ? at - 1 : start;
    }
}
