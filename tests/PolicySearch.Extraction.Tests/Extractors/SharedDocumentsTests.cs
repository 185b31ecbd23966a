using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Tests.Extractors.Programs;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors;

public class SharedDocumentsTests
{
    private static readonly DocumentReader Reader = new(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none");

    public static TheoryData<string> Files => [.. SharedDocument.All.Select(document => document.File)];

    [SharedDataTheory("docs")]
    [MemberData(nameof(Files))]
    public void A_file_gives_its_phrases_and_metadata(string file)
    {
        var expected = SharedDocument.All.First(document => document.File == file);
        if (!expected.IsInThisRun)
        {
            return;
        }

        if (expected.Refused is { } reason)
        {
            Assert.Contains(reason, Assert.Throws<ExtractionException>(() => Read(file)).Message, StringComparison.Ordinal);
            return;
        }

        var read = Read(file);
        DocumentRules.AssertSound(read.Document, file);
        Assert.Equal(expected.Extractor, read.Extractor);
        Assert.Empty(expected.Faults(read.Document));
    }

    [SharedDataFact("docs")]
    public void Every_file_is_in_the_manifest()
    {
        var root = SharedData.Find("docs");
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'));
        Assert.Equal(files.Order(StringComparer.Ordinal), SharedDocument.All.Select(document => document.File));
    }

    [SharedDataFact("docs")]
    public void Of_a_doc_lists_tables_notes_and_boxes_are_read()
    {
        if (ProgramFactAttribute.WhySkip("catdoc") is not null)
        {
            return;
        }

        var document = Read("doc/testWORD_various.doc").Document;
        var text = PolicySearch.Text.Whitespace.Collapse(document.Text);
        Assert.All(["Here is a numbered list:", "Suddenly some Japanese text:", "ゾルゲと尾崎、淡々と最期", "This is a footnote.", "Here is a text box", "Figure 1 This is a caption"], phrase => Assert.Contains(phrase, text, StringComparison.Ordinal));
        Assert.DoesNotContain("HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
        Assert.Contains("Row 2 Col 3", Some.Of(document, BlockKind.TableCell));
    }

    [SharedDataFact("docs")]
    public void Comments_and_running_heads_of_word_documents_are_left_out()
    {
        Assert.DoesNotContain("header", Read("docx/docx-hdrftr.docx").Document.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Read("docx/unit_test_headers_numbered.docx").Document.Blocks, block => block is { Kind: BlockKind.Heading, Level: 2 });
    }

    private static ExtractedDocument Read(string file) =>
        Reader.Read(new SourceFile(file, File.ReadAllBytes(Path.Combine(SharedData.Find("docs"), file))), "docs/" + file);
}
