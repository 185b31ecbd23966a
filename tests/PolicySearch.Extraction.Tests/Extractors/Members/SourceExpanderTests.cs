using System.Formats.Tar;
using System.IO.Compression;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Members;
using static PolicySearch.Extraction.Tests.Extractors.Members.SomeArchive;

namespace PolicySearch.Extraction.Tests.Extractors.Members;

public class SourceExpanderTests
{
    [Fact]
    public void Members_of_a_zip_come_by_their_paths_without_folders_and_hidden_files()
    {
        var zip = Zip(("a.txt", Utf8("one")), ("sub/", []), ("sub/b.md", Utf8("two")), (".git/config", Utf8("x")), ("__MACOSX/._a.txt", Utf8("x")), ("sub/.DS_Store", Utf8("x")));
        Assert.Equal(["a.txt: one", "sub/b.md: two"], List(zip));
    }

    [Theory]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    public void Every_form_of_tar_is_read_packed_or_not(TarEntryFormat format)
    {
        var deep = format == TarEntryFormat.V7 ? "d/e.txt" : string.Concat(Enumerable.Repeat("folder-with-a-long-name/", 6)) + "e.txt";
        var tar = Tar(format, ("a.txt", Utf8("one")), (deep, Utf8(new string('x', 1000))), ("z.txt", Utf8("last")));

        string[] expected = ["a.txt: one", $"{deep}: {new string('x', 1000)}", "z.txt: last"];
        Assert.Equal(expected, List(tar));
        Assert.Equal(expected, List(Gzip(tar)));
    }

    [Fact]
    public void Names_beyond_ascii_are_kept_in_every_format()
    {
        var name = "計画/二〇一八年度 報告書について.txt";
        Assert.Equal([name + ": x"], List(Zip((name, Utf8("x")))));
        Assert.Equal([name + ": x"], List(Zip(CompressionLevel.Optimal, LegacyEncodings.ByCodePage(932), (name, Utf8("x")))));
        Assert.Equal([name + ": x"], List(Tar(TarEntryFormat.Pax, (name, Utf8("x")))));
        Assert.Equal([name + ": x"], List(Tar(TarEntryFormat.Gnu, (name, Utf8("x")))));
    }

    [Fact]
    public void Links_and_devices_in_a_tar_are_passed_over_and_counted()
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "loop") { LinkName = "loop" });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.HardLink, "passwd") { LinkName = "/etc/passwd" });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Fifo, "pipe"));
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "folder"));
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "a.txt") { DataStream = new MemoryStream(Utf8("one")) });
        }

        Assert.Equal(["a.txt: one"], List(bytes.ToArray()));
        string[] notes = ["2 links are left out: links in archives are not followed", "1 device or pipe is left out"];
        Assert.Equal(notes, Notes(bytes.ToArray()));
        Assert.Equal(notes.Select(note => "in.tar.gz: " + note), Notes(Zip(("in.tar.gz", Gzip(bytes.ToArray())))));
    }

    [Fact]
    public void Links_in_a_zip_are_passed_over_and_counted()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, kind) in new[] { ("passwd", 0xA1FF), ("a.txt", 0x81A4), ("pipe", 0x11A4) })
            {
                var entry = zip.CreateEntry(name);
                entry.ExternalAttributes = kind << 16;
                using var stream = entry.Open();
                stream.Write(Utf8("/etc/passwd"));
            }
        }

        Assert.Equal(["a.txt: /etc/passwd"], List(bytes.ToArray()));
        Assert.Equal(["1 link is left out: links in archives are not followed", "1 device or pipe is left out"], Notes(bytes.ToArray()));
    }

    [Fact]
    public void What_is_nested_is_opened_where_it_lies()
    {
        var zip = Zip(
            ("first.txt", Utf8("1")),
            ("in/mail.eml", Mail((Attachment("data.tar.gz"), Gzip(Tar(("a.csv", Utf8("a,b"))))))),
            ("last.txt", Utf8("2")));

        Assert.Equal(
            ["first.txt", "in/mail.eml", "in/mail.eml!/data.tar.gz!/a.csv", "last.txt"],
            Walk(zip).Select(member => member.Path));
    }

    [Fact]
    public void A_member_knows_for_messages_where_it_lies()
    {
        var member = Assert.Single(Walk(Zip(("a/b.txt", Utf8("x"))), name: "sub/papers.zip"));
        Assert.Equal("sub/papers.zip!/a/b.txt", member.File!.Name);
    }

    [Theory]
    [InlineData("application/zip")]
    [InlineData("application/x-tar")]
    [InlineData("application/gzip")]
    public void An_archive_is_no_document_itself(string mediaType)
    {
        byte[] content = mediaType switch
        {
            "application/zip" => Zip(("a.txt", Utf8("x"))),
            "application/x-tar" => Tar(("a.txt", Utf8("x"))),
            _ => Gzip(Tar(("a.txt", Utf8("x")))),
        };
        Assert.Equal(mediaType, new SourceExpander().Open(new SourceFile("a", content))!.MediaType);
    }

    [Fact]
    public void A_message_is_a_document_beside_its_attachments()
    {
        var contents = new SourceExpander().Open(new SourceFile("a.eml", Mail((Attachment("b.txt"), Utf8("x")))))!;
        Assert.Null(contents.MediaType);
        Assert.Equal("b.txt", Assert.Single(contents.Members).Path);
    }

    [Fact]
    public void Documents_that_are_packages_and_single_packed_files_hold_nothing()
    {
        byte[][] documents = [SomePackage.Docx(""), SomePackage.Odf("text", ""), Gzip(Utf8("words")), Gzip(SomePackage.Docx("")), Utf8("words")];
        Assert.All(documents, content => Assert.Null(new SourceExpander().Open(new SourceFile("a", content))));
    }

    [Fact]
    public void Attachments_are_files_and_neither_bodies_nor_pictures_nor_signatures()
    {
        var mail = Mail(
            ("Content-Type: text/html", Utf8("<p>Here it is.</p>")),
            ("Content-Type: image/png; name=logo.png\r\nContent-Disposition: inline", Utf8("png")),
            ("Content-Type: application/pgp-signature; name=signature.asc\r\nContent-Disposition: attachment", Utf8("sig")),
            ("Content-Type: application/pdf; name=inline.pdf", Utf8("pdf")),
            ("Content-Type: image/png\r\nContent-Disposition: attachment", Utf8("scan")),
            (Attachment("notes.txt", "text/plain"), Utf8("notes")));
        Assert.Equal(["inline.pdf: pdf", "attachment-2: scan", "notes.txt: notes"], List(mail));
    }

    [Theory]
    [InlineData("filename=\"=?ISO-2022-JP?B?GyRCSnM5cBsoQg==?=.txt\"", "報告.txt")]
    [InlineData("filename*=UTF-8''%E5%A0%B1%E5%91%8A.txt", "報告.txt")]
    [InlineData("filename*=Shift_JIS'ja'%95%F1%8D%90.txt", "報告.txt")]
    [InlineData("filename*0*=UTF-8''%E5%A0%B1; filename*1*=%E5%91%8A; filename*2=\"=1.txt\"", "報告=1.txt")]
    [InlineData("filename=\"../../etc/passwd\"", ".._.._etc_passwd")]
    [InlineData("filename=\"\"", "attachment-1")]
    public void Names_of_attachments_are_decoded(string parameter, string expected)
    {
        var member = Assert.Single(Walk(Mail(($"Content-Disposition: attachment; {parameter}", Utf8("x")))));
        Assert.Equal(expected, member.Path.TrimStart('_'));
    }

    [Fact]
    public void Attachments_of_a_mailbox_stand_under_their_messages_number()
    {
        byte[] mailbox =
        [
            .. Utf8("From a@example.org Mon Jan  1 00:00:00 2001\r\n"), .. Mail((Attachment("a.txt"), Utf8("1"))),
            .. Utf8("\r\nFrom b@example.org Mon Jan  1 00:00:00 2001\r\n"), .. Mail(),
            .. Utf8("\r\nFrom c@example.org Mon Jan  1 00:00:00 2001\r\n"), .. Mail((Attachment("a.txt"), Utf8("2"))),
        ];
        Assert.Equal(["1/a.txt: 1", "3/a.txt: 2"], List(mailbox));
    }

    [Fact]
    public void An_attached_message_is_a_document_with_attachments_of_its_own()
    {
        var inner = Mail((Attachment("deep.txt"), Utf8("deep")));
        var outer = Utf8("From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\n"
            + "--out\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=inner.eml\r\n\r\n");
        byte[] mail = [.. outer, .. inner, .. Utf8("\r\n--out--\r\n")];
        Assert.Equal(["inner.eml", "inner.eml!/deep.txt"], Walk(mail).Select(member => member.Path));
    }
}
