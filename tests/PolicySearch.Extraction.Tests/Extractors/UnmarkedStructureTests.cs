using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>Lists, headings, notes and titles that no sign marks.</summary>
public sealed class UnmarkedStructureTests
{
    private const string Prose = "The ministry opened the programme to firms of every size in that year, and some forty of them took part in it.";

    [Theory]
    [InlineData("1971  The first park opens.\n\n1984–85  A second one follows.\n\nmid-1990s  Both are full.")]
    [InlineData("12 May 1971 – The first park opens.\n\nJune 1984 (draft): A second one follows.\n\n1996 to date: see below. Both are full.")]
    [InlineData("昭和４６年　５月　最初の団地が開業\n平成　８年　第二の団地\n令和元年　満床")]
    public void Dated_entries_are_items_over_gaps_too(string entries)
    {
        var document = Some.Text($"The parks of the north\n\n{Prose}\n\n{entries}\n");

        Assert.Equal(entries.Contains("to date", StringComparison.Ordinal) ? 2 : 3, Some.Of(document, BlockKind.ListItem).Length);
    }

    [Theory]
    [InlineData("The region has four growth centres:\n\nNorthtown\nSouth-Eastville\nWestham", 3)]
    [InlineData("You can apply if your firm:\nis in the region\nemploys ten people\nhas plans", 3)]
    [InlineData("Stage 1: talk to the agency.\nStage 2: fill in the form.\nStage 3: wait.", 3)]
    [InlineData("Opened: 1972\nBudget: 23 million\nRun by: the agency", 3)]
    [InlineData("資料１　議事次第\n資料２　委員名簿", 2)]
    [InlineData("（座長）山田太郎\n（委員）鈴木花子", 2)]
    [InlineData("次の要件を満たすこと。\n一　県内に事業所を置くこと。\n二　一般の投資が一億円以上であること。", 2)]
    [InlineData("手続\nア　事前相談\nイ　協定の締結", 2)]
    [InlineData("課題は次の三点。\nⅰ）資金\nⅱ）人材\nⅲ）用地", 3)]
    public void Lines_of_their_own_are_items(string lines, int items)
    {
        var document = Some.Text($"What the regions made of it\n\n{Prose}\n\n{lines}\n\n{Prose}\n");

        Assert.Equal(items, Some.Of(document, BlockKind.ListItem).Length);
    }

    [Fact]
    public void Who_can_be_called_is_no_list()
    {
        var document = Some.Text($"What the regions made of it\n\n{Prose}\n\nFor questions please ask:\nJane Roe\nTel: 555 2000\nEmail: jane@example.org\n\n{Prose}\n");

        Assert.Empty(Some.Of(document, BlockKind.ListItem));
    }

    [Fact]
    public void Short_lines_right_above_a_text_or_list_are_headings()
    {
        var document = Some.Text($"What the regions made of it\n\n{Prose}\n\nWho can apply\nFirms with a site in the region can.\n\nStages of an application\nStage 1: talk to the agency.\nStage 2: fill in the form.\n\n手続の流れ\n①　相談\n②　申請\n");

        Assert.Equal(["Who can apply", "Stages of an application", "手続の流れ"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void The_points_of_an_agenda_head_what_was_said_on_them()
    {
        var document = Some.Text($"Minutes of the council\n\nAgenda\n1. Money for the parks\n2. Other business\n\n1. Money for the parks\n{Prose}\n\n2. Other business\nNone.\n");

        Assert.Equal(["Agenda", "1. Money for the parks", "2. Other business"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(["1. Money for the parks", "2. Other business"], Some.Of(document, BlockKind.ListItem));
    }

    [Fact]
    public void Centred_capitals_broken_over_lines_are_one_title_or_heading()
    {
        var document = Some.Text($"          PARKS AND CLUSTERS: WHAT HAVE\n            WE LEARNED IN TEN YEARS?\n\n    The committee met at 10 a.m. in room 12 and heard the witnesses, who spoke at length.\n\n       STATEMENT OF DR. JANE ROE,\n          UNIVERSITY OF THE NORTH\n\n    Dr. Roe. {Prose}\n");

        Assert.Equal("PARKS AND CLUSTERS: WHAT HAVE WE LEARNED IN TEN YEARS?", document.Title);
        Assert.Equal("STATEMENT OF DR. JANE ROE, UNIVERSITY OF THE NORTH", string.Join(' ', Assert.Single(Some.Of(document, BlockKind.Heading)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void The_source_right_below_a_table_is_text_and_elsewhere_a_note()
    {
        var document = Some.Text($"What the regions made of it\n\n{Prose}\n\nMoney spent (EUR million)\n\nRegion\t2010\t2011\nNorth (1)\t12\t14\nSouth\t20\t30\n\n(1) Without the islands.\nSource: the agency's report.\n\n{Prose}\n\nSource: interviews.\n");

        Assert.Equal(["Money spent (EUR million)"], Some.Of(document, BlockKind.Caption));
        Assert.Contains("Source: the agency's report.", Some.Of(document, BlockKind.Paragraph));
        Assert.Equal(["(1) Without the islands.", "Source: interviews."], Some.Of(document, BlockKind.Footnote));
    }

    [Fact]
    public void Under_notes_and_references_numbered_entries_are_notes_and_authors_begin_references()
    {
        var document = Some.Text($"What the regions made of it\n\n{Prose}\n\nNotes and references\n\n[1] Report of the agency.\n\nRoe, J. (2004), Parks of the north, Northtown.\nDoe, A. and Roe, J. (2011), 'Clusters', working paper.\n");

        Assert.Equal(["[1] Report of the agency."], Some.Of(document, BlockKind.Footnote));
        Assert.Equal(2, Some.Of(document, BlockKind.Reference).Length);
    }

    [Fact]
    public void Links_to_the_parts_of_a_page_are_its_contents()
    {
        var document = Some.Text($"Skip to content\n\nGuidance for applicants\n\nOn this page\n  Who can apply\n  What else to know\n  How much\n\nWho can apply\n{Prose}\n\nHow much\n{Prose}\n");

        Assert.Equal("Guidance for applicants", document.Title);
        Assert.Equal(["On this page", "Who can apply", "What else to know", "How much"], Some.Of(document, BlockKind.Contents));
        Assert.Equal(["Who can apply", "How much"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void The_contents_of_a_law_end_where_its_text_begins()
    {
        var document = Some.Text("地域団地法\n\n目次\n　第一章　総則（第一条・第二条）\n　第二章　団地の指定（第三条―第五条の二）\n\n第一章　総則\n\n（目的）\n第一条　この法律は、地域における団地の指定について必要な事項を定める。\n\n第二章　団地の指定\n\n（指定）\n第三条　大臣は、次の団地を指定する。\n一　北の団地\n二　一般の団地\n");

        Assert.Equal(3, Some.Of(document, BlockKind.Contents).Length);
        Assert.Equal(["第一章　総則", "（目的）", "第二章　団地の指定", "（指定）"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(["一　北の団地", "二　一般の団地"], Some.Of(document, BlockKind.ListItem));
    }

    [Fact]
    public void Markdown_has_contents_terms_chronicles_and_rows_of_links_too()
    {
        var document = Read(
            "notes.md",
            """
            # Notes on the parks

            ## Contents

            - [Early years](#early-years)
            - [Later](#later)

            ## Early years

            **1971** The first park opens.

            **1984** A second one follows.

            ## Later

            Agency
            : The body that runs the parks.

            ¹ See the report.

            [Home](/) · [Privacy](/privacy)
            """);

        Assert.Equal(3, Some.Of(document, BlockKind.Contents).Length);
        Assert.Equal(["Early years", "Later"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(4, Some.Of(document, BlockKind.ListItem).Length);
        Assert.Equal(["¹ See the report."], Some.Of(document, BlockKind.Footnote));
        Assert.Equal(["[Home](/) · [Privacy](/privacy)"], Some.Of(document, BlockKind.Boilerplate));
    }

    [Fact]
    public void Notes_of_a_page_have_the_numbers_by_which_it_cites_them()
    {
        var document = Read(
            "page.html",
            $"""
            <html><body><main><h1>Parks</h1><p>{Prose}<sup><a href="#n1">1</a></sup> {Prose}<a href="#n2">[2]</a></p>
            <p><strong>The later years</strong></p><p>{Prose}</p>
            <dl><dt>Agency</dt><dd>The body that runs the parks.</dd></dl>
            <ol><li id="n1">Report of the agency. <a href="#back">↩</a></li><li id="n2">[2] Another one.</li></ol></main></body></html>
            """);

        Assert.Equal(["1 Report of the agency.", "[2] Another one."], Some.Of(document, BlockKind.Footnote));
        Assert.Equal(["The later years"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(["Agency", "The body that runs the parks."], Some.Of(document, BlockKind.ListItem));
    }

    [Fact]
    public void A_hyphenated_name_alone_in_an_item_is_read()
    {
        var read = DocumentReader.CreateDefault().Read(new SourceFile("centres.txt", "The centres:\n\n• Kemi-Tornio\n• Oulu\n"u8.ToArray()), "root/centres.txt");

        Assert.Contains(read.Passages, passage => passage.Passage.Span.Of(read.Document.Text).Contains("Kemi-Tornio", StringComparison.Ordinal));
    }

    [Fact]
    public void What_has_nothing_to_be_searched_says_so()
    {
        var reader = DocumentReader.CreateDefault();

        Assert.Contains("no text was found that can be searched", reader.Read(new SourceFile("menu.txt", "Home | News | About us\n"u8.ToArray()), "root/menu.txt").Document.Notes);
        Assert.Empty(reader.Read(new SourceFile("text.txt", Encoding.UTF8.GetBytes(Prose)), "root/text.txt").Document.Notes);
    }

    private static Document Read(string name, string text) =>
        DocumentReader.CreateDefault().Read(new SourceFile(name, Encoding.UTF8.GetBytes(text)), "root/" + name).Document;
}
