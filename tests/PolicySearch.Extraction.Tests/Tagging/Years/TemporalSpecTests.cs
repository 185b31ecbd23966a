using PolicySearch.Extraction.Tagging;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Extraction.Tests.Tagging.Years;

/// <summary>Holds the rules for years against the English and Japanese date specifications of Recognizers-Text.</summary>
/// <remarks>
/// Right is a selected expression (see <see cref="TemporalSpecs"/>) whose first and last year are those of the mentions that overlap it, taken together:
/// two dates of one span ("from April 2001 to March 2005") are two mentions under the guidelines and one expression there.
/// Wrong are a selected expression with other years and a mention that overlaps no expression at all; precision is right / (right + wrong).
/// Left out, neither right nor wrong, are mentions on expressions of these classes:
/// relative to the reference date ("from 2019 to today", "last May to 2019"), with several resolutions (12 or 24 hours, "the '40s" of two centuries),
/// weeks and winters that begin in the year before ("first week of 2015", "Nov-Feb 2017"), dates that do not exist ("feb 30 2019"),
/// and durations, holidays and times without a year. Known differences: years inside file names and web addresses, "=2019" and "2015.3".
/// </remarks>
public sealed class TemporalSpecTests(ITestOutputHelper output)
{
    private const double RecallFloor = 0.98;
    private const double PrecisionFloor = 0.98;
    private const int SelectedAtLeast = 550;

    [SharedDataFact("temporal")]
    public void Absolute_years_are_read_as_the_specifications_resolve_them()
    {
        int selected = 0, right = 0, wrong = 0;
        foreach (var (input, expressions) in TemporalSpecs.Read())
        {
            var mentions = YearText.Read(input);
            foreach (var expression in expressions.Where(expression => expression.Years is not null))
            {
                selected++;
                var years = Hull(mentions.Where(mention => Overlaps(mention, expression)).ToList());
                var isRight = years == expression.Years;
                right += isRight ? 1 : 0;
                wrong += years is not null && !isRight ? 1 : 0;
                Report(isRight, $"missed {expression.Years} in {input}");
            }

            var alarms = mentions.Where(mention => !expressions.Any(expression => Overlaps(mention, expression))).ToList();
            wrong += alarms.Count;
            Report(alarms.Count == 0, $"no year but {string.Join(',', alarms.Select(mention => mention.Id))} in {input}");
        }

        var recall = (double)right / selected;
        var precision = (double)right / (right + wrong);
        output.WriteLine($"{selected} expressions, {right} right, {wrong} wrong or false alarms: recall {recall:F3}, precision {precision:F3}");
        Assert.True(selected >= SelectedAtLeast, $"only {selected} expressions were selected");
        Assert.True(recall >= RecallFloor, $"recall {recall:F3}");
        Assert.True(precision >= PrecisionFloor, $"precision {precision:F3}");
    }

    private static bool Overlaps(Mention mention, TemporalExpression expression) =>
        mention.Span.Start < expression.End && mention.Span.End > expression.Start;

    private static (int From, int To)? Hull(List<Mention> mentions) =>
        mentions.Count == 0 ? null : (mentions.Min(mention => mention.Years!.From), mentions.Max(mention => mention.Years!.To));

    private void Report(bool isRight, string line)
    {
        if (!isRight)
        {
            output.WriteLine(line);
        }
    }
}
