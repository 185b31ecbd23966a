using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

public class SeedStructureTests
{
    [Theory]
    [InlineData(Seeds.KeyPolicies, "Key Policies", null)]
    [InlineData(Seeds.Actors, "Actors and Institutions", null)]
    [InlineData(Seeds.Revisited, "Japan’s Industrial Cluster Policy Revisited", "2022-06-27")]
    [InlineData(Seeds.ThreeTerms, "Industrial Cluster Policy", null)]
    [InlineData(Seeds.Factsheet, "Country factsheet Japan", null)]
    public void Title_and_date_are_found(string seed, string title, string? published)
    {
        var document = Seeds.Read(seed);
        Assert.Equal(title, document.Title);
        Assert.Equal(published, document.Published);
        Assert.Equal("en", document.Language);
    }

    [Fact]
    public void Headings_of_the_first_seed_have_levels()
    {
        var document = Seeds.Read(Seeds.KeyPolicies);
        Assert.Equal(
            [
                "2 New policy approach to effect industrial change", "1 Government Initiatives", "2 Law on Special Measures on Industrial Revitalisation",
                "2 Growth Strategies", "2 Energy conservation: Top runner program", "2 Innovation Network Corporation of Japan (INCJ)", "2 Eco-point Program and Eco-car Subsidy",
            ],
            document.Blocks.Where(block => block.Kind == BlockKind.Heading).Select(block => $"{block.Level} {block.Span.Of(document.Text)}"));
    }

    [Fact]
    public void Numbered_points_are_list_items_with_their_numbers()
    {
        var items = Some.Of(Seeds.Read(Seeds.Actors), BlockKind.ListItem);
        Assert.Equal(8, items.Length);
        Assert.Equal("1. To forecast policy issues and investigate them through autonomous research", items[0]);
        Assert.Equal("5. Developing employment policies based on a diverse labour market", items[7]);
    }

    [Fact]
    public void Menus_credits_and_forms_are_boilerplate() => Assert.Equal(
        [
            "The Tokyo Foundation for Policy Research", "ADVANCED SEARCH", "The Tokyo Foundation for Policy Research", "Japan’s Industrial Cluster Policy Revisited", "Getty Images",
            "Featured Content", "0%", "DOMAIN-RELATED CONTENT", "VIEW MORE", "INQUIRIES",
            "Click on the link below to contact an expert or submit a question.", "CONTACT FORM",
        ],
        Some.Of(Seeds.Read(Seeds.Revisited), BlockKind.Boilerplate).Where(line => line[0] != '*'));

    [Fact]
    public void Footnotes_are_whole_with_addresses_broken_over_lines()
    {
        var notes = Some.Of(Seeds.Read(Seeds.Revisited), BlockKind.Footnote);
        Assert.Equal(9, notes.Length);
        Assert.StartsWith("[5] See Ministry of Economy, Trade, and Industry", notes[4], StringComparison.Ordinal);
        Assert.EndsWith("vision2010gist.pdf\n.", notes[4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_crumb_trail_is_boilerplate_and_its_last_step_again_the_title() => Assert.Equal(
        ["Boilerplate: 1. Home", "Boilerplate: 2. Policies", "Boilerplate: 3. Policy Index", "Boilerplate: 4. Industrial Cluster Policy", "Title: Industrial Cluster Policy"],
        Some.Lines(Seeds.Read(Seeds.ThreeTerms))[..5]);

    [Fact]
    public void The_factsheet_begins_with_title_contents_and_introduction() => Assert.Equal(
        [
            "Boilerplate: EUROPEAN CLUSTER", "Boilerplate: COLLABORATION PLATFORM", "Title: Country factsheet||Japan", "Boilerplate: An initiative of the European Union",
            "Contents: Contents", "Contents: Contents\t2", "Contents: Introduction\t3", "Contents: 1. National cluster policy, programmes and initiatives\t5",
            "Contents: 2. State of play of cluster policy\t11", "Contents: Bibliography\t14", "Heading: Introduction",
        ],
        Some.Lines(Seeds.Read(Seeds.Factsheet))[..11]);

    [Theory]
    [InlineData("Financing start-ups", "INSTRUMENTS", "Financial", "Regional Core Business Creation Support Programme (地域中核企業創出・支援事業)")]
    [InlineData("MEXT is not directly involved", "INSTRUMENTS", "Explanation", "Industrial Cluster Project")]
    [InlineData("For 2016: EUR 16.7 million", "BUDGET", "Annual", "Regional Core Business Creation Support Programme (地域中核企業創出・支援事業)")]
    [InlineData("Growth Period (2011-2020). Throughout", null, "POLICY OBJECTIVES", "Industrial Cluster Project")]
    [InlineData("Green economy Digitalisation", null, "POLICY ALIGNMENT WITH THE EU PRIORITIES", "Industrial Cluster Project")]
    [InlineData("0,5", null, "Evidence of performance", "Japan")]
    [InlineData("> 10 years (but with clear continuity)", null, "Consistency", null)]
    public void A_cell_knows_the_headings_of_its_row_and_column_over_page_breaks_too(string start, string? group, string row, string? column)
    {
        var document = Seeds.Read(Seeds.Factsheet);
        var cell = document.Blocks.First(block => block.Kind == BlockKind.TableCell && block.Span.Of(document.Text).StartsWith(start, StringComparison.Ordinal));
        Assert.Equal(row, cell.RowHeading?.Of(document.Text).ToString());
        Assert.Equal(column, cell.ColumnHeading?.Of(document.Text).ToString());
        Assert.Equal(group, cell.RowGroup?.Of(document.Text).ToString());
    }

    [Fact]
    public void Cells_hold_no_markup()
    {
        var cells = Some.Of(Seeds.Read(Seeds.Factsheet), BlockKind.TableCell);
        Assert.True(cells.Length > 100);
        Assert.DoesNotContain(cells, cell => cell.Contains("<p>", StringComparison.Ordinal) || cell.Contains("</p>", StringComparison.Ordinal) || cell.Contains('\t', StringComparison.Ordinal));
    }

    [Fact]
    public void The_bibliography_is_references_and_the_starred_line_a_footnote()
    {
        var document = Seeds.Read(Seeds.Factsheet);
        Assert.Equal(15, Some.Of(document, BlockKind.Reference).Length);
        Assert.StartsWith("* This dimension is scored solely", Assert.Single(Some.Of(document, BlockKind.Footnote)), StringComparison.Ordinal);
    }
}
