using System.Buffers;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Tells the years by which something shall be reached: by 2020, 2030年までに, the 2030 targets, carbon neutral in 2050.</summary>
internal static class TargetYears
{
    private const int GoalReach = 80;

    private static readonly string[] By =
    [
        "by", "by the year", "by the years", "by the end of", "by end of", "by end", "by around", "by about", "by early", "by late", "by mid", "by the middle of", "by at least", "no later than",
        "not later than", "toward", "towards", "target for", "targets for", "target of", "goal for", "goals for", "by fiscal", "by FY",
    ];

    private static readonly string[] Until = ["until", "till", "before", "through", "to", "for", "in", "up to", "until the end of", "before the end of", "from now to"];

    private static readonly string[] Deadlines = ["before", "before the end of", "until", "not after"];

    private static readonly SearchValues<string> Duties = SearchValues.Create([" must be ", " shall be ", " should be ", " has to be ", " have to be "], StringComparison.Ordinal);

    private static readonly SearchValues<string> Goals = SearchValues.Create(
    [
        " target", " goal", " aims to", " aim to", " aiming to", " aimed at", "ambition", "objective", "net zero", "net-zero", "carbon neutral", "carbon-neutral", "climate neutral", "climate-neutral",
        "plans to", "pledge", "commits to", "committed to", "目標", "目指", "カーボンニュートラル", "実質ゼロ",
    ], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] GoalsAfter =
    [
        " target", " goal", " objective", " ambition", " carbon neutral", " carbon-neutral", " net zero", " net-zero", " climate target", " emission target", " emissions target", " reduction target",
    ];

    private static readonly string[] JapaneseAfter = ["までに", "に向け", "を目指", "を目標", "目標", "の目標", "カーボンニュートラル", "カーボン・ニュートラル", "ネットゼロ", "を目途に", "をめどに", "を目処に"];

    /// <summary>Whether the year between <paramref name="before"/> and <paramref name="after"/> is one.</summary>
    public static bool IsTarget(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (Beside.EndsWithAny(before, By) || EndsWithByMonth(before))
        {
            // "By 2005 it had fallen" looks back.
            return !Sentence(after[..Math.Min(GoalReach / 2, after.Length)]).Contains(" had ", StringComparison.Ordinal) && !IsDone(before);
        }

        if (Beside.StartsWithAny(after, GoalsAfter) || Beside.StartsWithAny(DateText.SkipRest(after).TrimStart("末頃ごろ中度"), JapaneseAfter))
        {
            return true;
        }

        if (Beside.EndsWithAny(before, Deadlines) && SentenceBefore(before[^Math.Min(GoalReach, before.Length)..]).ContainsAny(Duties))
        {
            return true;
        }

        return Beside.EndsWithAny(before, Until) && HasGoal(before[^Math.Min(GoalReach, before.Length)..], after[..Math.Min(GoalReach, after.Length)]);
    }

    // "It was finished by 2004": nothing to reach any more.
    private static bool IsDone(ReadOnlySpan<char> before)
    {
        var words = SentenceBefore(before);
        var by = words.LastIndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        var rest = by < 0 ? "?" : words[(by + 1)..].Trim();
        if (!Beside.IsOneOf(rest, By) && !MonthNames.IsMonth(rest[(rest.LastIndexOf(' ') + 1)..]))
        {
            return false;
        }

        words = words[..Math.Max(by, 0)].TrimEnd();
        var act = words[(words.LastIndexOf(' ') + 1)..];
        words = words[..^act.Length].TrimEnd();
        if (words.EndsWith("ly", StringComparison.Ordinal))
        {
            words = words[..(words.LastIndexOf(' ') + 1)].TrimEnd();
        }

        return act.EndsWith("ed", StringComparison.Ordinal) && (words.EndsWith(" was") || words.EndsWith(" were") || words.EndsWith(" had been"));
    }

    private static bool HasGoal(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        return SentenceBefore(before).ContainsAny(Goals) || Sentence(after).ContainsAny(Goals);
    }

    // "by March", "by the end of March"
    private static bool EndsWithByMonth(ReadOnlySpan<char> before)
    {
        var end = before.TrimEnd().Length;
        var start = Beside.TokenStart(before, end, 10);
        return MonthNames.IsMonth(before[start..end]) && Beside.EndsWithAny(before[..start], By);
    }

    private static ReadOnlySpan<char> SentenceBefore(ReadOnlySpan<char> text) => text[(text.LastIndexOfAny(".。;；\n") + 1)..];

    private static ReadOnlySpan<char> Sentence(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(".。;；");
        return end < 0 ? text : text[..end];
    }
}
