using System.Buffers.Binary;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Legacy;

namespace PolicySearch.Extraction.Tests.Extractors.Legacy;

public class CompoundFileTests
{
    [Fact]
    public void Streams_are_read_by_name_in_their_length()
    {
        var long1 = Enumerable.Range(0, 10_000).Select(i => (byte)i).ToArray();
        var file = CompoundFile.Open(SomeCompoundFile.Of(("One", long1), ("Two", "short"u8.ToArray())));

        Assert.Equal(long1, file.Read("One"));
        Assert.Equal(long1[..700], file.Read("one", 700));
        Assert.Equal("short"u8.ToArray(), file.Read("Two", 5));
        Assert.Null(file.Read("Three"));
    }

    [Fact]
    public void A_chain_without_an_end_is_refused()
    {
        var bytes = SomeCompoundFile.Of(("One", new byte[8192]));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 512 + 12), 0);
        var file = CompoundFile.Open(bytes);
        Assert.Equal(8192, file.Read("One")!.Length);

        // The directory lies in the last chain; there the length of no stream ends it.
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(48));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 512 + ((int)directory * 4)), directory);
        Assert.Throws<InvalidDataException>(() => CompoundFile.Open(bytes));
    }

    [Theory]
    [InlineData("Workbook", "xls")]
    [InlineData("Book", "xls")]
    [InlineData("WordDocument", "doc")]
    [InlineData("PowerPoint Document", "ppt")]
    public void Streams_tell_what_a_file_is(string stream, string extractor)
    {
        var source = new SourceFile("some.bin", SomeCompoundFile.Of((stream, [])));
        Assert.Equal([extractor], DocumentReader.DefaultExtractors(ExtractionLimits.Default).Where(one => one.CanRead(source)).Select(one => one.Name));
    }

    [Theory]
    [InlineData("EncryptedPackage", "an Office document under a password (save a copy without it)")]
    [InlineData("__properties_version1.0", "an Outlook message (save it as EML)")]
    [InlineData("Other", "an Office file of 1997 to 2003 of another kind")]
    public void What_is_not_read_says_what_it_is(string stream, string description) =>
        Assert.Equal($"some.bin looks like {description}, which is not read", Refusal(SomeCompoundFile.Of((stream, []))));

    [Fact]
    public void A_doc_under_a_password_says_so()
    {
        var start = new byte[16];
        start[11] = 1;
        Assert.Contains("a Word document under a password", Refusal(SomeCompoundFile.Of(("WordDocument", start))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_ppt_under_a_password_says_so() =>
        Assert.Contains("a PowerPoint presentation under a password", Refusal(SomeCompoundFile.Of(("PowerPoint Document", []), ("EncryptedSummary", []))), StringComparison.Ordinal);

    [Fact]
    public void An_xls_under_a_password_says_so()
    {
        // BOF of a BIFF8 workbook, then FILEPASS with XOR obfuscation and the key and verifier of no default password.
        byte[] workbook = [0x09, 0x08, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x2F, 0, 6, 0, 0, 0, 0x34, 0x12, 0x78, 0x56, 0x0A, 0, 0, 0];
        Assert.Equal("some.bin is protected by a password; save a copy without it", Refusal(SomeCompoundFile.Of(("Workbook", workbook))));
    }

    [Fact]
    public void A_file_that_is_cut_off_says_so() =>
        Assert.Contains("a damaged Office document of 1997 to 2003", Refusal(SomeCompoundFile.Of(("Workbook", []))[..300]), StringComparison.Ordinal);

    [Fact]
    public void Office_documents_in_zip_of_another_kind_are_no_archives()
    {
        var visio = SomePackage.Zip(("[Content_Types].xml", ""), ("visio/document.xml", ""));
        Assert.Equal(ContentKind.Unreadable, ContentSniffer.Sniff(new SourceFile("a.vsdx", visio)).Kind);
        Assert.Null(new DocumentReader(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "").Open(new SourceFile("a.vsdx", visio)));
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ExtractionException>(() => SomePackage.Read(bytes)).Message;
}
