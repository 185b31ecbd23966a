using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Tests.Extractors;

public class PublicationDatesTests
{
    [Theory]
    [InlineData("June 27, 2022", "2022-06-27")]
    [InlineData("Published: 3 May 2020", "2020-05-03")]
    [InlineData("Tuesday, 12th March 2019", "2019-03-12")]
    [InlineData("Last updated on 1 Sept. 2021", "2021-09-01")]
    [InlineData("September 2019", "2019-09")]
    [InlineData("Working paper no. 12, June 2022", "2022-06")]
    [InlineData("Posted on March 14, 2022   |   Views 1,284", "2022-03-14")]
    [InlineData("2022-06-27", "2022-06-27")]
    [InlineData("Date: 2022/6/7", "2022-06-07")]
    [InlineData("2022年6月27日", "2022-06-27")]
    [InlineData("公開日：２０２２年６月", "2022-06")]
    [InlineData("令和元年5月1日（水）", "2019-05-01")]
    [InlineData("平成30年4月1日", "2018-04-01")]
    [InlineData("February 30, 2022", null)]
    [InlineData("In June 2022 the plan was adopted", null)]
    [InlineData("2001-2005", null)]
    [InlineData("R-2021-097E", null)]
    public void A_date_line_gives_its_date(string line, string? expected) => Assert.Equal(expected, PublicationDates.Find(line));
}
