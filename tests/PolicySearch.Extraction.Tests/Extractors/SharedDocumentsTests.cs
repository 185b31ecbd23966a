using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors;

public class SharedDocumentsTests
{
    private static readonly DocumentReader Reader = new(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none");

    // Of a title that is null nothing is asked.
    private static readonly (string File, string Extractor, string? Title, string[] Phrases)[] Expected =
    [
        ("docx/docx-hdrftr.docx", "docx", null, ["Main document"]),
        ("docx/docx_comments.docx", "docx", "Document with Comments", ["first paragraph that has a comment", "second paragraph also has a reviewer annotation", "has an anonymous comment"]),
        ("docx/docx_rich_tables_01.docx", "docx", null, ["Changes to the DOCLANG Core Spec", "Last Updated: 2026-06-18", "Macro-Level Structural Realignment"]),
        ("docx/handbook-872p.docx", "docx", null, ["Executive Office for United States Trustees", "Standing Trustees", "October 1, 2012"]),
        ("docx/testWORD_various.docx", "docx", null, ["Here is a text box", "Footnote appears here", "Bold italic underline"]),
        ("docx/unit_test_headers_numbered.docx", "docx", "Test Document", ["Section 1.1", "Paragraph 1.2", "Paragraph 1.1.1"]),
        ("odt/testODT-TIKA-6000.odt", "opendocument", null, ["Manuel d’utilisation de Koha", "Copyright 2005 Boris Gapihan", "License the derivative work with this same license"]),
        ("odt/testOpenOffice2.odt", "opendocument", null, ["This is a sample Open Office document", "NeoOffice 2.2.1", "the Mac"]),
        ("odt/text_document_01.odt", "opendocument", "Title", ["heading level 1.0", "dummy text of the printing and typesetting industry", "numbered list 1"]),
        ("ods/odf_table_with_title_01.ods", "opendocument", null, ["Number of freshwater ducks per year", "Freshwater Ducks", "2019"]),
        ("pptx/science-exploration-1p.pptx", "pptx", null, ["GSFC: Sciences and Exploration Directorate", "Code 670: Heliophysics Science Division", "Computational and Information Sciences and Technology Office"]),
        ("xlsx/2023-half-year-analyses-by-segment.xlsx", "xlsx", null, ["3.1 Operating segments", "In millions of CHF", "Underlying Trading"]),
        ("eml/mime-different-plain-html.eml", "mail", "Example MIME Email", ["From: sender@example.com", "sent by Ray Tomlinson in 1971", "what we now know as email spam"]),
        ("eml/Fwd_Re_Your_Campaign.eml", "mail", "Fwd: Re: Your Campaign", ["Kevin K", "jusos.de", "Date: Fri, 9 Feb 2018"]),
    ];

    [SharedDataFact("docs")]
    public void Every_file_gives_its_title_and_phrases()
    {
        var faults = new List<string>();
        foreach (var (file, extractor, title, phrases) in Expected)
        {
            var read = Read(file);
            var text = PolicySearch.Text.Whitespace.Collapse(read.Document.Text);
            faults.AddRange(phrases.Where(phrase => !text.Contains(phrase, StringComparison.Ordinal)).Select(phrase => $"{file}: no '{phrase}'"));
            if (read.Extractor != extractor || (title is not null && read.Document.Title != title))
            {
                faults.Add($"{file}: read by {read.Extractor}, title '{read.Document.Title}'");
            }
        }

        Assert.Empty(faults);
    }

    [SharedDataFact("docs")]
    public void Every_file_is_read_by_the_rules_or_refused_with_a_reason()
    {
        var root = SharedData.Find("docs");
        foreach (var path in Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(path => !path.Contains("pdf", StringComparison.Ordinal)))
        {
            var file = Path.GetRelativePath(root, path).Replace('\\', '/');
            try
            {
                DocumentRules.AssertSound(Read(file).Document, file);
            }
            catch (ExtractionException refused)
            {
                Assert.Equal("doc/testWORD_various.doc", file);
                Assert.Contains("1997 to 2003", refused.Message, StringComparison.Ordinal);
            }
        }
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
