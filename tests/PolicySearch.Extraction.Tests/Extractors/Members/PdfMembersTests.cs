using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Extraction.Extractors.Programs;
using PolicySearch.Extraction.Tests.Extractors.Pdf;
using PolicySearch.Testing;
using static PolicySearch.Extraction.Tests.Extractors.Members.SomeArchive;

namespace PolicySearch.Extraction.Tests.Extractors.Members;

public class PdfMembersTests
{
    private static readonly string[] Page = ["The plan of the year."];

    [PdfFact]
    public void Files_embedded_in_a_pdf_are_members_whatever_their_names_are()
    {
        var pdf = SomePdf.With([("a.txt", Utf8("one")), ("../../etc/x.txt", Utf8("two")), ("a.txt", Utf8("three")), ("", Utf8("four"))], Page);
        Assert.Equal(["a.txt: one", "_.._.._etc_x.txt: two", "a (2).txt: three", "attachment-1: four"], List(pdf).Order(new ByNumber()));
    }

    [PdfFact]
    public void Archives_in_a_pdf_and_a_pdf_in_an_archive_are_opened()
    {
        var pdf = SomePdf.With([("in.zip", Zip(("b.txt", Utf8("x"))))], Page);
        Assert.Equal(["a.pdf", "a.pdf!/in.zip!/b.txt"], Walk(Zip(("a.pdf", pdf))).Select(member => member.Path));
    }

    [PdfFact]
    public void A_pdf_without_files_in_it_has_no_members() =>
        Assert.Null(new SourceExpander().Open(new SourceFile("a.pdf", SomePdf.Of(Page))));

    [PdfFact]
    public void An_embedded_bomb_is_named_and_the_others_are_read()
    {
        var pdf = SomePdf.With([("a.txt", Utf8("one")), ("b.bin", new byte[20 * 1024 * 1024]), ("c.txt", Utf8("three"))], Page);
        var members = List(pdf);
        Assert.Equal(3, members.Length);
        Assert.Contains("a.txt: one", members);
        Assert.Contains(members, member => member.StartsWith("b.bin! it unpacks to 20971520 bytes", StringComparison.Ordinal));
        Assert.Contains("c.txt: three", members);
    }

    [PdfFact]
    public void A_file_larger_than_a_program_may_write_is_named()
    {
        var expander = new SourceExpander(programs: new ProgramLimits { MaxOutput = 1024 * 1024 });
        var pdf = SomePdf.With([("b.bin", new byte[2 * 1024 * 1024])], Page);
        var member = Assert.Single(expander.Open(new SourceFile("a.pdf", pdf))!.Members);
        Assert.StartsWith("it cannot be taken out of the PDF", member.Failure, StringComparison.Ordinal);
    }

    [PdfFact]
    public void Where_only_the_program_for_them_is_missing_that_is_said()
    {
        using var folder = new TemporaryFolder();
        var pdf = new SourceFile("a.pdf", SomePdf.With([("a.txt", Utf8("one"))], Page));
        var expander = new SourceExpander(programs: new ProgramLimits { Folder = folder.Path });
        Assert.Null(expander.Open(pdf));

        folder.Write("pdftotext", "");
        var failed = Assert.Single(expander.Open(pdf)!.Members);
        Assert.Equal(("", "the files embedded in it cannot be listed: what is embedded in a PDF needs poppler-utils: apt-get install poppler-utils"), (failed.Path, failed.Failure));
    }

    // The program lists by name; the numbers in the texts tell the order here.
    private sealed class ByNumber : IComparer<string>
    {
        private static readonly string[] Order = ["one", "two", "three", "four"];

        public int Compare(string? x, string? y) => Rank(x!).CompareTo(Rank(y!));

        private static int Rank(string line) => Array.FindIndex(Order, word => line.EndsWith(word, StringComparison.Ordinal));
    }
}
