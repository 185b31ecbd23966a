using System.Text.Json;
using PolicySearch.Extraction.Tagging.Definitions;
using PolicySearch.Testing;
using Xunit.Abstractions;

namespace PolicySearch.Extraction.Tests.Tagging.Definitions;

/// <summary>Measures the reading of short forms on the 1,250 abstracts of MED1250.</summary>
/// <remarks>
/// Counted are the distinct pairs of an abstract (title, blank line, text): a pair is right when its short form equals the given one letter for letter
/// and its long form equals it but for case and white space. A long form that is a word too long or too short is wrong and missed at once.
/// Precision is right / found, recall right / given, over all abstracts together.
/// </remarks>
public sealed class AbbreviationCorpusTests(ITestOutputHelper output)
{
    private const double PrecisionFloor = 0.96;
    private const double RecallFloor = 0.82;
    private const int Abstracts = 1250;

    [SharedDataFact("abbreviations")]
    public void Definitions_reach_the_published_precision_and_recall()
    {
        int abstracts = 0, right = 0, found = 0, given = 0;
        foreach (var line in File.ReadLines(Path.Combine(SharedData.Find("abbreviations"), "med1250.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("title").GetString() + "\n\n" + json.RootElement.GetProperty("text").GetString();
            var expected = json.RootElement.GetProperty("pairs").EnumerateArray()
                .Select(pair => Pair(pair.GetProperty("sf").GetString()!, pair.GetProperty("lf").GetString()!)).ToHashSet();
            var actual = DefinitionScanner.Scan(text, 0, text.Length)
                .Select(definition => Pair(definition.Short.Of(text).ToString(), definition.Long.Of(text).ToString())).ToHashSet();
            abstracts++;
            found += actual.Count;
            given += expected.Count;
            actual.IntersectWith(expected);
            right += actual.Count;
        }

        var (precision, recall) = ((double)right / found, (double)right / given);
        output.WriteLine($"{abstracts} abstracts, {given} pairs given, {found} found, {right} right: precision {precision:F4}, recall {recall:F4}");
        Assert.Equal(Abstracts, abstracts);
        Assert.True(precision >= PrecisionFloor, $"precision {precision:F4}");
        Assert.True(recall >= RecallFloor, $"recall {recall:F4}");
    }

    private static (string Short, string Long) Pair(string shortForm, string longForm) =>
        (shortForm, string.Join(' ', longForm.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant());
}
