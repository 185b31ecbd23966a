using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tests.Extractors;

/// <summary>Pages saved from the web as text: what stands around the text is told from it.</summary>
public sealed class SavedPageTests
{
    private const string Prose = "The ministry opened the programme to firms of every size in that year, and some forty of them took part in it.";

    [Theory]
    [InlineData("Skip to content\nHome | News | Research | About us\nTopics > Industry > Regions")]
    [InlineData("Office for Regions\nMENU ▾   News   Data   Log in\nYou are here: Home » Industry » Regions")]
    [InlineData("地域産業局\n本文へ移動\nホーム > 産業 > 地域\n当サイトではクッキーを使用しています。")]
    public void The_title_stands_below_menus_and_crumb_trails(string top)
    {
        var document = Some.Text($"{top}\n\nWhat the regions made of it\n\nBy Jane Roe\n12 May 2020 · 5 min read\n\nShare: Facebook · LinkedIn · Email\n\n{Prose}\n");

        Assert.Equal("What the regions made of it", document.Title);
        Assert.Equal("2020-05-12", document.Published);
        Assert.Empty(Some.Of(document, BlockKind.Heading));
        Assert.DoesNotContain(Some.Of(document, BlockKind.Paragraph), text => text.Contains("Home", StringComparison.Ordinal) || text.Contains("Facebook", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Related articles\n› Another page (May 2019)\n› A third one\n© 2022 Regions Desk | Privacy | Terms")]
    [InlineData("Most read\n1. Pensions, again\n2. The road to the port\nNewsletter: every Friday")]
    [InlineData("Was this page helpful? Yes / No\nHEADQUARTERS: 100 Long Drive, Springfield   301-555-2000\nPrivacy   Accessibility   FOIA")]
    [InlineData("関連リンク\n・別のページ\n・もう一つのページ\nこのページの作成者 産業局")]
    public void The_tail_of_a_page_is_boilerplate(string tail)
    {
        var document = Some.Text($"What the regions made of it\n\n{Prose}\n\n{Prose}\n\n{tail}\n");

        Assert.Equal(2, Some.Of(document, BlockKind.Paragraph).Length);
        Assert.Equal(tail.Split('\n').Length, document.Blocks.Count - 3);
        Assert.All(document.Blocks.Skip(3), block => Assert.Equal(BlockKind.Boilerplate, block.Kind));
    }

    [Theory]
    [InlineData("Research | Development | 12 | 14")]
    [InlineData("Data > information > knowledge")]
    public void Bars_and_arrows_alone_make_no_menu_in_mid_text(string line)
    {
        var prose = string.Concat(Enumerable.Repeat(Prose + "\n\n", 30));

        var document = Some.Text($"What the regions made of it\n\n{prose}{line}\n\n{prose}");

        Assert.DoesNotContain(BlockKind.Boilerplate, document.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void Speakers_are_no_headings_and_no_list()
    {
        var document = Some.Text(
            $"""
            Evidence on the regions

            Stone: So what came of it?

            Winter: {Prose}

            Stone: And then?

            Winter: {Prose}

            ○山田座長　時間になりましたので始めます。

            ○鈴木委員　資料の二頁について伺います。
            """);

        Assert.Equal(6, Some.Of(document, BlockKind.Paragraph).Length);
        Assert.Equal(7, document.Blocks.Count);
    }

    [Theory]
    [InlineData("1973 – The drive begins.\nMay 1979 – It is stopped.\n3 June 1981 – It begins again.")]
    [InlineData("1973\tThe drive for heavy industry begins in spring.\n1979\tIt is stopped after the oil shock.")]
    [InlineData("昭和48年　重化学工業化が始まる。\n昭和54年　計画は中止される。")]
    public void The_entries_of_a_chronicle_are_a_list(string entries)
    {
        var document = Some.Text($"A chronology\n\n{Prose}\n\n{entries}\n");

        Assert.Equal(entries.Split('\n'), Some.Of(document, BlockKind.ListItem));
    }
}
