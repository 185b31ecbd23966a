using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Tagging;

/// <summary>Persons by the lists of names, by the form of their names and by what stands beside them.</summary>
public sealed class PersonTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData("The rules were drafted with Hannelore Kranzbichl of Graz.", "Hannelore Kranzbichl@Hannelore Kranzbichl")]
    [InlineData("The board heard Ursula von der Tann last week.", "Ursula von der Tann@Ursula von der Tann")]
    [InlineData("In spring Sanjeev Venkataraghavan left the board.", "Sanjeev Venkataraghavan@Sanjeev Venkataraghavan")]
    [InlineData("The figures are those of Karl-Heinz Brodersdorf.", "Karl-Heinz Brodersdorf@Karl-Heinz Brodersdorf")]
    [InlineData("The scheme was praised by G. V. K. Raghavulu in the end.", "G. V. K. Raghavulu@G. V. K. Raghavulu")]
    [InlineData("Then J.D. Vance and Burn-Jeng Lin left U.S. Steel.", "J.D. Vance@J.D. Vance|Burn-Jeng Lin@Burn-Jeng Lin")]
    [InlineData("It closed. N. Chandrababu Naidu and Justice B. N. Srikrishna left.", "N. Chandrababu Naidu@N. Chandrababu Naidu|B. N. Srikrishna@B. N. Srikrishna")]
    [InlineData("Then Tan See Leng and Shri Rajesh Pant left.", "Tan See Leng@Tan See Leng|Rajesh Pant@Rajesh Pant")]
    [InlineData("Under Koizumi reforms began in Japan.", "Junichiro Koizumi@Koizumi")]
    public void A_full_name_is_found_by_its_parts(string text, string expected) => Assert.Equal(expected, Persons(text));

    [Theory]
    [InlineData("Director Tanaka left.", "Tanaka@Tanaka")]
    [InlineData("Minister Lee and Chairman Brown left.", "Lee@Lee")]
    [InlineData("In Britain Lord Mandelson left.", "Peter Mandelson@Mandelson")]
    [InlineData("田中課長が答えた。", "田中@田中")]
    [InlineData("田中内閣が答えた。", "Kakuei Tanaka@田中")]
    public void A_surname_alone_is_a_known_persons_only_with_an_office(string text, string expected) => Assert.Equal(expected, Persons(text));

    [Theory]
    [InlineData("The board heard Park Chul-min twice. Later Park left.", "Park Chul-min@Park Chul-min|Park Chul-min@Park")]
    [InlineData("Theresa May spoke. In late May it rained, and last May too.", "Theresa May@Theresa May")]
    [InlineData("The board heard Tan Kok Seng twice. Later Tan left.", "Tan Kok Seng@Tan Kok Seng|Tan Kok Seng@Tan")]
    [InlineData("The board heard Lin Mei-hui twice. Later Lin left.", "Lin Mei-hui@Lin Mei-hui|Lin Mei-hui@Lin")]
    public void A_surname_that_comes_first_is_known_again(string text, string expected) => Assert.Equal(expected, Persons(text));

    [Theory]
    [InlineData("The inquiry was chaired by Oddvin Brekkhus.", "Oddvin Brekkhus@Oddvin Brekkhus")]
    [InlineData("Ulfrik Brekkhus, a former engineer, sold the works.", "Ulfrik Brekkhus@Ulfrik Brekkhus")]
    [InlineData("The spokesman Ulfrik Brekkhus declined.", "Ulfrik Brekkhus@Ulfrik Brekkhus")]
    [InlineData("Her successor, Ulfrik Brekkhus, agreed.", "Ulfrik Brekkhus@Ulfrik Brekkhus")]
    public void A_name_that_no_list_knows_is_found_by_what_stands_beside_it(string text, string expected) => Assert.Equal(expected, Persons(text));

    [Theory]
    [InlineData("The study by Wiebke Harmsdorf (2019) was cited. Harmsdorf, W. (2019): Clusters at work.", "Wiebke Harmsdorf@Wiebke Harmsdorf|Wiebke Harmsdorf@Harmsdorf, W.")]
    [InlineData("Harmsdorf, W.; Ottenby, L. (2019): Clusters at work.", "Harmsdorf, W.@Harmsdorf, W.|Ottenby, L.@Ottenby, L.")]
    public void A_reference_names_the_person_as_fully_as_the_document_does(string text, string expected) => Assert.Equal(expected, Persons(text));

    [Theory]
    [InlineData("With us is Mr Han Jong-il.\nHAN: It was mud.\nMR HAN: Yes.", "Han Jong-il@Han Jong-il|Han Jong-il@HAN|Han Jong-il@HAN")]
    [InlineData("STATEMENT OF DR. ULFRIK BREKKHUS, PROFESSOR OF PUBLIC POLICY\nDr. Brekkhus. Thank you.", "Ulfrik Brekkhus@ULFRIK BREKKHUS|Ulfrik Brekkhus@Brekkhus")]
    [InlineData("We heard Sen. Ulfrik Brekkhus (D-OH) and Ranking Member Ottenby.", "Ulfrik Brekkhus@Ulfrik Brekkhus|Ottenby@Ottenby")]
    [InlineData("The report of Lord Brekkhus was late.", "Brekkhus@Brekkhus")]
    [InlineData("○秋山分科会長　始めます。", "秋山@秋山")]
    public void A_speaker_is_known_by_the_label_or_the_title(string text, string expected) => Assert.Equal(expected, Persons(text));

    [Fact]
    public void A_name_goes_on_after_a_line_s_end() =>
        Assert.Equal("Wiebke Harmsdorf", Persons("The office in Kiel, under Wiebke Harms-\ndorf, put money into it.\n").Split('@')[0]);

    [Theory]
    [InlineData("The German Rectors met.")]
    [InlineData("The Yomiuri Shimbun had the news.")]
    [InlineData("They sit on Robert Walker Street.")]
    [InlineData("It belongs to the Max Planck Society.")]
    [InlineData("In May Parliament rose.")]
    [InlineData("Exports of April-December fell.")]
    [InlineData("It is paid by the Ben Franklin Technology Partnerships.")]
    public void What_only_looks_like_a_name_is_none(string text) => Assert.Equal("", Persons(text));

    private static string Persons(string text)
    {
        var document = PlainDocuments.OfOneBlock(text);
        return string.Join('|', Tagger.Tag(document).Where(mention => mention.Type == MentionType.Person).Select(mention => $"{mention.Id}@{mention.Span.Of(text)}"));
    }
}
