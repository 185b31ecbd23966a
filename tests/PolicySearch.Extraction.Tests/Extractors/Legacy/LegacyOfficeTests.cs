using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Programs;
using PolicySearch.Extraction.Tests.Extractors.Programs;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors.Legacy;

/// <summary>DOC, XLS and PPT as LibreOffice writes them; <c>tests/office/make.py</c> makes the files.</summary>
public class LegacyOfficeTests
{
    [Fact]
    public void Sheets_of_an_xls_are_pages_with_tables()
    {
        var document = Read("book.xls", "xls");

        Assert.Equal("application/vnd.ms-excel", document.MediaType);
        Assert.Equal(["Budget", "地域"], Some.Of(document, BlockKind.Heading));
        Assert.Equal(["Budget of the cluster policy"], Some.Of(document, BlockKind.Paragraph));
        Assert.Equal(
            ["Ministry", "From", "Share", "Million yen", "METI", "2001-04-01", "12.5%", "1234.5", "文部科学省", "2002-04-01", "50%", "980", "Region", "Approved", "Sapporo", "1"],
            Some.Of(document, BlockKind.TableCell));
        var share = document.Blocks.Single(block => Text(document, block) == "50%");
        Assert.Equal(("文部科学省", "Share", 1), (share.RowHeading!.Value.Of(document.Text).ToString(), share.ColumnHeading!.Value.Of(document.Text).ToString(), share.Page));
        Assert.Equal(3, document.Blocks[^1].Page);
    }

    [Fact]
    public void Slides_of_a_ppt_are_pages_under_their_titles()
    {
        var document = Read("slides.ppt", "ppt");

        Assert.Equal(
            [
                "1 Heading: Cluster policy in review",
                "1 Paragraph: The Ministry of Education began the Knowledge Cluster Initiative in 2002.",
                "1 Paragraph: 文部科学省は2002年に始めた。",
                "2 Heading: Results by region",
                "2 Paragraph: Eighteen regions took part until fiscal year 2009.",
            ],
            document.Blocks.Select(block => $"{block.Page} {block.Kind}: {Text(document, block)}"));
    }

    [ProgramFact("catdoc")]
    public void Paragraphs_and_tables_of_a_doc_are_read_through_catdoc()
    {
        var document = Read("plan.doc", "doc");

        Assert.Equal("application/msword", document.MediaType);
        Assert.Equal("Regional Innovation Plan", document.Title);
        Assert.Contains("The Ministry of Economy, Trade and Industry published the plan in March 2004. It follows the Industrial Cluster Project of 2001.", Some.Of(document, BlockKind.Paragraph));
        Assert.Contains("経済産業省は平成16年3月に計画を公表した。", Some.Of(document, BlockKind.Paragraph));
        Assert.Equal(["Year", "Amount", "2004", "120 million yen", "2005", "140 million yen"], Some.Of(document, BlockKind.TableCell));
    }

    [Fact]
    public void Without_catdoc_a_doc_has_one_clear_reason()
    {
        using var empty = new TemporaryFolder();
        var extractor = new DocExtractor(programs: new ProgramLimits { Folder = empty.Path });
        Assert.Equal("DOC needs catdoc: apt-get install catdoc", Assert.Throws<ExtractionException>(() => extractor.Extract(Source("plan.doc"), CancellationToken.None)).Message);
    }

    [Fact]
    public void Where_only_LibreOffice_is_there_a_doc_is_read_through_it_without_a_network()
    {
        if (!OperatingSystem.IsLinux() || !ProgramRunner.ClosesNetwork)
        {
            return;
        }

        // A script stands for it: it does what the program is asked to do, and nothing where a network is left.
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["converted.docx"], SomePackage.Docx(SomePackage.P("Words of the plan.")));
        var script = folder.Write("soffice", $"#!/bin/sh\n[ \"$4\" = --convert-to ] && [ \"$5\" = docx ] && [ -f \"$8\" ] && ! grep -qv -e Inter -e face -e ' lo:' /proc/net/dev && cp {folder["converted.docx"]} \"$7/source.docx\"\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var document = new DocExtractor(programs: new ProgramLimits { Folder = folder.Path }).Extract(Source("plan.doc"), CancellationToken.None);
        Assert.Equal(("Words of the plan.", "application/msword"), (document.Text, document.MediaType));
    }

    [Fact]
    public void What_Word_computes_texts_from_is_left_out_and_characters_are_whole()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var script = folder.Write("catdoc", "#!/bin/sh\nprintf 'See HYPERLINK \"http://example.org/a\" \\\\t \"new\" the page of the plan and its parts.\\nFigure  SEQ \"Figure\" \\\\* ARABIC  1 The map of all regions \\355\\240\\265\\355\\260\\200.\\n'\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var document = new DocExtractor(programs: new ProgramLimits { Folder = folder.Path }).Extract(Source("plan.doc"), CancellationToken.None);
        Assert.Equal("See the page of the plan and its parts.\nFigure 1 The map of all regions \U0001D400.\n", PolicySearch.Text.Whitespace.Collapse(document.Text).Replace(" Figure", "\nFigure", StringComparison.Ordinal) + "\n");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Damaged_files_are_read_or_refused_with_a_reason(int seed)
    {
        var random = new Random(seed);
        byte[][] sound = [Bytes("book.xls"), Bytes("slides.ppt")];
        for (var round = 0; round < LongRun.Rounds(300, 10_000); round++)
        {
            var bytes = sound[round % sound.Length].ToArray();
            for (var i = random.Next(1, 30); i > 0; i--)
            {
                bytes[random.Next(random.Next(2) == 0 ? 1024 : bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(4) == 0 ? bytes[..random.Next(8, bytes.Length)] : bytes;
            try
            {
                IExtractor extractor = round % 2 == 0 ? new XlsExtractor() : new PptExtractor();
                DocumentRules.AssertSound(extractor.Extract(new SourceFile("some.bin", bytes), CancellationToken.None), $"seed {seed}, round {round}");
            }
            catch (ExtractionException refused)
            {
                Assert.Contains("some.bin", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    private static Document Read(string name, string extractor)
    {
        var source = Source(name);
        var only = DocumentReader.DefaultExtractors(ExtractionLimits.Default).Single(one => one.CanRead(source));
        Assert.Equal(extractor, only.Name);
        var document = only.Extract(source, CancellationToken.None);
        DocumentRules.AssertSound(document, name);
        return document;
    }

    private static SourceFile Source(string name) => new(name, Bytes(name));

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(SharedData.Repository, "tests", "office", name));

    private static string Text(Document document, Block block) => block.Span.Of(document.Text).ToString();
}
