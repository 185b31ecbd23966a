using PolicySearch.Testing;
using PolicySearch.Text.Boundaries;

namespace PolicySearch.Text.Tests.Boundaries;

public sealed class SentenceBoundariesTests
{
    [Theory]
    [InlineData("METI was created in 2001.|It oversees JETRO.")]
    [InlineData("The budget grew by 0.5 percent.|It fell in 2010.|Then it rose.")]
    [InlineData("Five fields (e.g. nuclear, water, and railroad) were named.|They cover health, i.e. medicine.")]
    [InlineData("See Research Policy, vol. 7, no. 37, pp. 12-14 for this.|Others differ.")]
    [InlineData("Mr. Koizumi and Dr. T. Okazaki spoke.|J. R. Smith listened.")]
    [InlineData("The U.S. Government agreed.|It is larger than the U.S.|The rest followed.")]
    [InlineData("Cars, ships, etc. were built.|Trains, planes, etc.|The end.")]
    [InlineData("“It works.” The minister left.", "“It works.”|The minister left.")]
    [InlineData("Is it so?|Yes!|It is.")]
    [InlineData("The plan (see Fig. 3) was changed.|(It was long.)|Nobody knew.")]
    [InlineData("It does this:\n 1. Policy research\n 2. Data. Much data\n- More", "It does this:|1. Policy research|2. Data.|Much data|- More")]
    [InlineData("It grew to\n12.5 percent and\n2010 came.")]
    [InlineData("1. Introduction to the plan.|2. Its terms.")]
    [InlineData("This was shown before.[12]|The second term began.12|Nothing else.")]
    [InlineData("Toyota Motor Co., Ltd. and Sony Corp. took part.|Others did not.")]
    [InlineData("It ended on Jan. 5 at 3 p.m. on Friday.|Version 2.0 came.")]
    [InlineData("Okazaki et al. (2010) show this.|Nishimura et al. The others.", "Okazaki et al. (2010) show this.|Nishimura et al.|The others.")]
    [InlineData("He waited...|Then he left.")]
    [InlineData("The policy\nwas long. The next\nwas short.", "The policy\nwas long.|The next\nwas short.")]
    [InlineData("A heading\n\nA paragraph.", "A heading|A paragraph.")]
    [InlineData("経済産業省は2001年に発足した。|通商産業省の後身である。")]
    [InlineData("「本当ですか？」と聞いた。|「はい。」と答えた。")]
    [InlineData("（これは注です。）|次の文です！|終わりですか？|はい。")]
    [InlineData("成長率は０．５％である。|次に進む。")]
    [InlineData("改行が\n途中にある文。|次の文。")]
    [InlineData("METI (経済産業省) was created. 日本語の文。English again.", "METI (経済産業省) was created.|日本語の文。|English again.")]
    public void Prose_is_cut_where_a_reader_would_cut_it(string input, string? expected = null)
    {
        ArgumentNullException.ThrowIfNull(input);
        var text = expected is null ? input.Replace("|", IsJapanese(input) ? "" : " ", StringComparison.Ordinal) : input;
        var sentences = SentenceBoundaries.Split(text).Select(s => text[s.Start..s.End]);
        Assert.Equal(expected ?? input, string.Join('|', sentences));
    }

    [Fact]
    public void Only_the_part_asked_for_is_cut()
    {
        const string text = "First one. Second one. Third one.";
        Assert.Equal([(11, 22), (23, 28)], SentenceBoundaries.Split(text, 11, 28));
        Assert.Empty(SentenceBoundaries.Split(text, 10, 11));
    }

    [Fact]
    public void Sentences_of_random_text_cover_all_but_white_space_in_order()
    {
        const int seed = 77;
        var random = new Random(seed);
        for (var round = 0; round < 2000; round++)
        {
            var text = RandomText.Any(random, random.Next(0, 80));
            var covered = 0;
            foreach (var (start, end) in SentenceBoundaries.Split(text))
            {
                Assert.True(start >= covered && end > start, $"seed {seed}, round {round}");
                Assert.True(text[covered..start].All(Whitespace.Is), $"seed {seed}, round {round}: text left out before {start}");
                Assert.False(Whitespace.Is(text[start]) || Whitespace.Is(text[end - 1]), $"seed {seed}, round {round}: not trimmed");
                covered = end;
            }

            Assert.True(text[covered..].All(Whitespace.Is), $"seed {seed}, round {round}: end left out");
        }
    }

    private static bool IsJapanese(string text) => text.Any(c => c is '。');
}
