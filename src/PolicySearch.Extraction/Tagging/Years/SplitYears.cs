using PolicySearch.Extraction.Tagging.Candidates;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Makes split years (2019-20) fiscal where the document's country writes its fiscal years so.</summary>
/// <remarks>In India they hardly mean anything else; elsewhere money must be spoken of beside them. It runs when the countries have been counted.</remarks>
internal sealed class SplitYears : IFinder
{
    private const int Reach = 100;
    private const int ShortestTail = 3;

    private static readonly string[] Always = ["IN"];
    private static readonly string[] WithMoney = ["GB", "AU", "NZ", "ZA", "CA", "PK", "BD", "LK", "HK", "IE"];
    private static readonly string[] Money = ["budget", "spend", "spent", "expenditure", "allocat", "outturn", "outlay", "funding", "grant", "£", "€", "$", "₹", "Rs ", "crore"];
    private static readonly string[] OtherYears = ["academic", "school", "season", "session", "cohort", "students", "enrol"];

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var isAlways = context.MainCountry is { } main && Always.Contains(main);
        if (!isAlways && !(context.MainCountry is { } other && WithMoney.Contains(other)))
        {
            return;
        }

        for (var i = 0; i < context.Candidates.Count; i++)
        {
            if (context.Candidates[i] is { Type: MentionType.Year, Years: { Basis: YearBasis.Calendar } years } candidate && years.To > years.From
                && IsSplit(candidate.Span.Of(context.Text)) && IsFiscal(Around(context, candidate), isAlways || IsSpan(candidate.Span.Of(context.Text))))
            {
                context.Candidates[i] = candidate with { Years = years with { Basis = YearBasis.Fiscal }, Evidence = "rule:year-fiscal" };
            }
        }
    }

    // "2019-20" or "2019/20" at the end of the mention.
    private static bool IsSplit(ReadOnlySpan<char> text)
    {
        var joint = text.Length - ShortestTail;
        return joint >= 4 && (YearDashes.IsDash(text[joint]) || text[joint] == '/') && Digits.RunEnd(text, joint + 1) == text.Length && Digits.RunEnd(text, joint - 4) == joint
            && Digits.Value(text[(joint + 1)..]) == (Digits.Value(text[(joint - 4)..joint]) + 1) % 100;
    }

    // "2015-16 to 2020-21"
    private static bool IsSpan(ReadOnlySpan<char> text)
    {
        for (var at = 4 + ShortestTail; at < text.Length; at++)
        {
            if (text[at] == ' ' && IsSplit(text[..at]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFiscal(ReadOnlySpan<char> around, bool isAlways) => !HasAny(around, OtherYears) && (isAlways || HasAny(around, Money));

    // The sentence, as far as it is near.
    private static ReadOnlySpan<char> Around(TaggingContext context, Candidate candidate)
    {
        var block = context.Blocks[candidate.Block].Span;
        var start = Math.Max(block.Start, candidate.Span.Start - Reach);
        var before = context.Text.AsSpan(start, candidate.Span.Start - start);
        start += before.LastIndexOf(". ") + 1;
        var after = context.Text.AsSpan(candidate.Span.End, Math.Min(block.End, candidate.Span.End + Reach) - candidate.Span.End);
        var stop = after.IndexOf(". ");
        return context.Text.AsSpan(start, candidate.Span.End + (stop < 0 ? after.Length : stop) - start);
    }

    private static bool HasAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
