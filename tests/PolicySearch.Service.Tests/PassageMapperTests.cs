using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tests;

public sealed class PassageMapperTests
{
    private static readonly CatalogueEntry Entry = new()
    {
        Root = "root",
        Path = "a/b.txt",
        Hash = "00ff",
        Size = 12,
        Modified = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1234567),
        Fingerprint = "f",
        Title = "題名",
        Failure = "because",
    };

    [Fact]
    public void A_block_of_the_index_has_the_document_s_key_text_and_entry()
    {
        var document = Some.Document("root/a/b.txt", "one METI 2001\ntwo");
        var block = PassageMapper.ToBlock(document, Entry);

        Assert.Equal((document.Id, document.Document.Text, 2), (block.Key, block.Text, block.Documents.Count));
        Assert.Equal(Entry, CatalogueEntry.FromBytes(block.Data.Span));
    }

    [Fact]
    public void An_entry_without_a_trusted_time_comes_back_so() =>
        Assert.Equal(Entry with { Modified = null }, CatalogueEntry.FromBytes((Entry with { Modified = null }).ToBytes()));

    [Fact]
    public void Only_the_blocks_of_a_passage_are_analysed_each_as_a_value()
    {
        const string text = "first <p>markup</p> second";
        var passage = new TaggedPassage(
            "p",
            new Passage
            {
                Ordinal = 0,
                Span = new TextSpan(0, text.Length),
                Kind = PassageKind.Table,
                Heading = ["H"],
                Blocks = [new Block(BlockKind.TableCell, new TextSpan(0, 5)), new Block(BlockKind.TableCell, new TextSpan(20, 26))],
            },
            []);
        var document = Some.Document("root/x", text) with { Passages = [passage] };
        var indexed = PassageMapper.ToBlock(document, Entry).Documents[0];

        Assert.Equal(["first", "second"], Values(indexed, PassageSchema.Text));
        Assert.Equal(["table"], Values(indexed, PassageSchema.Kind));
        Assert.Empty(Values(indexed, PassageSchema.Language));
    }

    [Fact]
    public void A_cell_is_found_by_the_headings_of_its_row_and_column_that_stand_outside_its_passage()
    {
        const string text = "Programme\tBudget\nClusters\t16 million";
        var cell = new Block(BlockKind.TableCell, new TextSpan(26, 36)) { ColumnHeading = new TextSpan(10, 16), RowHeading = new TextSpan(17, 25) };
        var passage = new Passage { Ordinal = 0, Span = new TextSpan(17, 36), Kind = PassageKind.Table, Heading = ["H"], Blocks = [cell] };
        var document = Some.Document("root/x", text) with { Passages = [new TaggedPassage("p", passage, [])] };

        Assert.Equal(["H", "Budget"], Values(PassageMapper.ToBlock(document, Entry).Documents[0], PassageSchema.Heading));
    }

    [Fact]
    public void An_item_is_found_by_the_sentence_that_leads_to_its_list_in_another_passage()
    {
        const string text = "Grants went to:\n- Esbjerg";
        var item = new Block(BlockKind.ListItem, new TextSpan(18, 25)) { LeadIn = new TextSpan(0, 15) };
        var passage = new Passage { Ordinal = 1, Span = new TextSpan(18, 25), Kind = PassageKind.List, Heading = [], Blocks = [item] };
        var tagged = new TaggedPassage("p", passage, []);
        var document = Some.Document("root/x", text) with { Passages = [tagged] };

        Assert.Equal(["Grants went to:"], Values(PassageMapper.ToBlock(document, Entry).Documents[0], PassageSchema.Heading));
        Assert.Equal(item.LeadIn, PassagePayload.Read(PassagePayload.Write(tagged)).Passage.Blocks[0].LeadIn);
    }

    [Fact]
    public void Tags_are_counted_as_written_and_filtered_folded_each_once()
    {
        var indexed = PassageMapper.ToBlock(Some.Document("root/x", "METI and METI and MEXT"), Entry).Documents[0];

        Assert.Equal(["METI", "MEXT"], Values(indexed, "ministry"));
        Assert.Contains(PassageSchema.FilterTerm("ministry", " mEti "), Values(indexed, PassageSchema.Filter));
    }

    [Fact]
    public void Years_go_to_the_field_of_their_role()
    {
        var indexed = PassageMapper.ToBlock(Some.Document("root/x", "in 2001 and 2001 and 2003"), Entry).Documents[0];

        Assert.Equal(
            [new Interval(2001, 2001), new Interval(2003, 2003)],
            indexed.Intervals.Where(i => i.Field == PassageSchema.YearField(YearRole.Mentioned)).Select(i => i.Interval));
    }

    [Fact]
    public void A_date_of_publication_stands_for_all_its_days()
    {
        var indexed = PassageMapper.ToBlock(Some.Document("root/x", "text"), Entry).Documents[0];

        Assert.Contains((PassageSchema.Published, new Interval(2015_04_01, 2015_04_30)), indexed.Intervals);
        Assert.Contains((PassageSchema.PublishedYear, new Interval(2015, 2015)), indexed.Intervals);
    }

    [Fact]
    public void Every_field_that_the_mapper_writes_is_in_the_schema()
    {
        var indexed = PassageMapper.ToBlock(Some.Document("root/x", "METI in 2001"), Entry).Documents[0];
        var written = indexed.Texts.Select(t => t.Field).Concat(indexed.Intervals.Select(i => i.Field)).Concat(indexed.Stored.Select(s => s.Field));

        Assert.All(written, field => Assert.NotNull(PassageSchema.Schema.Find(field)));
    }

    private static List<string> Values(IndexDocument document, string field) =>
        [.. document.Texts.Where(text => text.Field == field).Select(text => text.Text.ToString())];
}
