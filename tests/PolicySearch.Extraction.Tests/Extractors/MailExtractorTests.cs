using System.IO.Compression;
using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Tests.Extractors;

public class MailExtractorTests
{
    private const string Head = "From: =?ISO-2022-JP?B?GyRCOzBFRBsoQg==?= <mita@example.jp>\r\nTo: a@example.org\r\nSubject: =?utf-8?Q?The_plan=2C?=\r\n =?utf-8?Q?_part_=E2=91=A0?=\r\nDate: Wed, 16 Jul 2008 06:24:10 -0700\r\nMIME-Version: 1.0\r\n";

    private static Document Read(string message) => SomePackage.Read(Encoding.UTF8.GetBytes(message));

    [Fact]
    public void Headers_give_title_sender_and_date()
    {
        var document = Read(Head + "Content-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe ministry=E2=80=99s plan of 2001 is =\r\nready.\r\n");
        Assert.Equal("The plan, part ①", document.Title);
        Assert.Equal("2008-07-16", document.Published);
        Assert.Equal("三田", document.Creator);
        Assert.Contains("From: 三田 <mita@example.jp>", document.Text, StringComparison.Ordinal);
        Assert.Contains("The ministry’s plan of 2001 is ready.", document.Text, StringComparison.Ordinal);
        DocumentRules.AssertSound(document, "mail");
    }

    [Fact]
    public void Of_alternatives_the_plain_one_is_read_and_attachments_are_only_named()
    {
        var document = Read(Head + "Content-Type: multipart/mixed; boundary=out\r\n\r\npreamble\r\n--out\r\nContent-Type: multipart/alternative; boundary=\"in\"\r\n\r\n"
            + "--in\r\nContent-Type: text/plain\r\n\r\nPlain words.\r\n--in\r\nContent-Type: text/html\r\n\r\n<p>Marked words.</p>\r\n--in--\r\n"
            + "--out\r\nContent-Disposition: attachment; filename=\"plan.pdf\"\r\n\r\nJVBERi0\r\n--out--\r\nepilogue");
        Assert.Contains("Plain words.", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Marked", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("epilogue", document.Text, StringComparison.Ordinal);
        Assert.Equal(["Attachment: plan.pdf"], Some.Of(document, BlockKind.Boilerplate));
    }

    [Fact]
    public void A_page_alone_is_read_as_html_in_its_charset()
    {
        var html = Convert.ToBase64String(LegacyEncodings.ByCodePage(932).GetBytes("<p>経済産業省の計画です。</p>"));
        var document = Read(Head + "Content-Type: text/html; charset=Shift_JIS\r\nContent-Transfer-Encoding: base64\r\n\r\n" + html + "\r\n");
        Assert.Contains("経済産業省の計画です。", document.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/plan", "https://example.org/plan")]
    [InlineData("From: \"Saved by Windows Internet Explorer 11\"", null)]
    public void A_saved_page_has_the_page_s_author_and_date_and_not_those_of_the_saving(string saved, string? address)
    {
        var document = Read(saved + "\r\nSubject: Tab\r\nDate: Sun, 22 Nov 2026 18:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
            + "<html><head><title>The plan</title><meta name=author content='Ann Lee'><meta property='article:published_time' content='2011-05-06'></head><body><h1>The plan</h1><p>The ministry’s plan of 2001 is ready.</p></body></html>\r\n--b--\r\n");

        Assert.Equal(("The plan", "Ann Lee", "2011-05-06"), (document.Title, document.Creator, document.Published));
        Assert.Equal(("message/rfc822", address), (document.MediaType, document.CanonicalAddress));
        Assert.Contains("The ministry’s plan of 2001 is ready.", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026", document.Text, StringComparison.Ordinal);
        DocumentRules.AssertSound(document, "page");
    }

    [Fact]
    public void A_page_that_somebody_sent_is_a_message()
    {
        var document = Read(Head + "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<html><head><title>T</title></head><body><p>The words of the page.</p></body></html>\r\n--b--\r\n");
        Assert.Equal(("三田", "2008-07-16"), (document.Creator, document.Published));
    }

    [Fact]
    public void A_mailbox_holds_each_message_under_its_subject()
    {
        var message = (string subject) => $"From a@example.org Mon Jan  1 00:00:00 2001\nFrom: a@example.org\nTo: b@example.org\nSubject: {subject}\nMessage-ID: <1>\n\nWords of {subject}.\n\n";
        var document = Read(message("one") + message("two"));
        Assert.Equal(["one", "two"], Some.Of(document, BlockKind.Heading));
    }

    [Fact]
    public void A_memo_that_begins_with_names_and_colons_is_no_message()
    {
        var read = new DocumentReader(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none")
            .Read(Some.Source("From: the minister\nTo: all\nSubject: the plan\n\nIt begins."), "root/memo.txt");
        Assert.Equal("text", read.Extractor);
    }

    [Fact]
    public void A_message_that_nests_without_end_is_refused()
    {
        var nested = string.Concat(Enumerable.Range(0, 100).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"));
        var refused = Assert.Throws<ExtractionException>(() => Read(Head + nested + "\r\nend"));
        Assert.Contains("nests", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_packed_with_gzip_is_read_as_that_file()
    {
        var read = new DocumentReader(DocumentReader.DefaultExtractors(ExtractionLimits.Default), _ => [], () => "none")
            .Read(new SourceFile("a.md.gz", Gzip(Encoding.UTF8.GetBytes("# The plan\n\nWords."))), "root/a.md.gz");
        Assert.Equal(("The plan", "text/markdown"), (read.Document.Title, read.Document.MediaType));
    }

    [Fact]
    public void A_gzip_bomb_and_a_broken_one_are_refused()
    {
        var bomb = Gzip(new byte[100 * 1024 * 1024]);
        Assert.Contains("unpacks to more than", Assert.Throws<ExtractionException>(() => SomePackage.Read(bomb)).Message, StringComparison.Ordinal);
        Assert.Throws<ExtractionException>(() => SomePackage.Read(bomb[..200]));
    }

    private static byte[] Gzip(byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return bytes.ToArray();
    }
}
