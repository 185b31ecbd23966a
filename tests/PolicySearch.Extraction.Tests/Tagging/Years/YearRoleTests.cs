using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Tagging.Years;

/// <summary>What a year is said of.</summary>
public sealed class YearRoleTests
{
    [Theory]
    [InlineData("Published: 3 May 2019")]
    [InlineData("Published 3 May 2019")]
    [InlineData("Last updated: March 2019")]
    [InlineData("The report was published in 2019.")]
    [InlineData("June 27, 2019")]
    [InlineData("2019年6月27日（木）")]
    [InlineData("27.06.2019")]
    [InlineData("公表日：2019年6月27日")]
    [InlineData("2019年6月27日公表")]
    [InlineData("（2019年6月27日 発表）")]
    [InlineData("© 2019 Some Institute")]
    [InlineData("Copyright 2019")]
    [InlineData("By Jane Harlow · 5 November 2019 · 6 min read")]
    [InlineData("Posted on March 14, 2019 | Views 12")]
    [InlineData("as shown (Harlow and Ito, 2019)")]
    [InlineData("as shown (see Harlow et al. 2019; others)")]
    [InlineData("Harlow et al. (2019) find")]
    [InlineData("Harlow and Ito (2019) find")]
    [InlineData("(OECD, 2019, p. 3)")]
    public void Published(string text) => Assert.Equal("2019 published", YearText.ShowRoles(text));

    [Theory]
    [InlineData("(Accessed: July 20, 2020)")]
    [InlineData("accessed on 20 July 2020")]
    [InlineData("Retrieved July 20, 2020, from the site")]
    [InlineData("Retrieved from https://example.org/a on 3 May 2020")]
    [InlineData("Last visited 20-07-2020")]
    [InlineData("（2020年7月20日閲覧）")]
    [InlineData("最終閲覧日：2020年7月20日")]
    [InlineData("2020年7月20日参照")]
    public void Accessed(string text) => Assert.Equal("2020 accessed", YearText.ShowRoles(text));

    [Theory]
    [InlineData("cut emissions by 2030")]
    [InlineData("by the end of 2030")]
    [InlineData("by March 2030")]
    [InlineData("by the end of fiscal 2030")]
    [InlineData("until 2030 the goal is to double exports")]
    [InlineData("it aims to double exports before 2030")]
    [InlineData("the 2030 targets")]
    [InlineData("towards 2030")]
    [InlineData("2030 carbon neutral society")]
    [InlineData("2030年までに")]
    [InlineData("2030年度末までに")]
    [InlineData("2030年に向けて")]
    [InlineData("2030年カーボンニュートラル")]
    [InlineData("2030年の目標")]
    public void Target(string text) => Assert.Equal("2030 target", YearText.ShowRoles(text));

    [Theory]
    [InlineData("The law of 2005 was amended")]
    [InlineData("By 2005 exports had risen")]
    [InlineData("METI consulted many firms and then in 2005 acted")]
    [InlineData("It ran until 2005 and ended")]
    [InlineData("The interim report was finished by 2005 and printed.")]
    [InlineData("The quays were finally mended by the end of 2005.")]
    [InlineData("later than 2005")]
    [InlineData("2005年以降はどうですか。")]
    [InlineData("(the Act of 2005)")]
    [InlineData("an accessible plan of 2005")]
    [InlineData("the document is dated; in 2005 it changed")]
    public void Mentioned_otherwise(string text) => Assert.Equal("2005 mentioned", YearText.ShowRoles(text));

    [Theory]
    [InlineData("The norms must be met before 2005.")]
    [InlineData("The quays were to be mended by 2005.")]
    [InlineData("It was praised by many; the quays shall be mended by 2005.")]
    public void What_must_be_done_has_a_target(string text) => Assert.Equal("2005 target", YearText.ShowRoles(text));

    [Fact]
    public void A_department_s_years_are_no_citation() => Assert.Equal("2007-2009 mentioned", YearText.ShowRoles("the Department of Quays (2007–09) paid"));

    [Fact]
    public void An_interview_s_day_is_no_publication_s() =>
        Assert.Equal("2011 mentioned", YearText.ShowRoles("Interview with Anna Lindqvist, Stockholm, 4 May 2011.", BlockKind.Footnote));

    [Fact]
    public void Only_a_decade_on_its_line_is_no_date_of_publication() => Assert.Equal("1970-1979 mentioned", YearText.ShowRoles("In the 1970s"));

    [Fact]
    public void A_reference_has_its_year_and_the_date_of_access() => Assert.Equal(
        "2005 published | 2020 accessed",
        YearText.ShowRoles("Harlow, Y. (2005). Ports. Available at: www.example.org (Accessed: July 8, 2020).", BlockKind.Reference));

    [Fact]
    public void A_bracketed_list_of_years_is_published_as_a_whole() =>
        Assert.Equal("1998 published | 2000 published | 2001 published", YearText.ShowRoles("(Porter, 1998, 2000; OECD, 2001)"));
}
