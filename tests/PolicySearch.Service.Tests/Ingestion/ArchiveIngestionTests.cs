using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using PolicySearch.Engine.Segments;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using static PolicySearch.Service.Tests.Ingestion.Workspace;

namespace PolicySearch.Service.Tests.Ingestion;

/// <summary>Members of archives and attachments of messages in the catalogue: each a document, in step with the file that it lies in.</summary>
public sealed class ArchiveIngestionTests : IDisposable
{
    private readonly Workspace _work = new() { OpensArchives = true };

    [Fact]
    public void Members_are_documents_and_the_archive_is_none()
    {
        _work.Write("a.txt", "plain");
        Zip("b.zip", ("1.txt", "alpha"), ("in/2.txt", "beta"));

        Assert.Equal((3, 0, 0, 0, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/a.txt: plain", "docs/b.zip!/1.txt: alpha", "docs/b.zip!/in/2.txt: beta"], _work.Find());
        Assert.Equal(["docs/a.txt", "docs/b.zip!/1.txt", "docs/b.zip!/in/2.txt"], Documents());
        Assert.Equal((0, 0, 0, 3, 0), Counts(_work.Ingest()));
        Assert.Empty(_work.WasRead);
    }

    [Fact]
    public void A_message_is_a_document_beside_its_attachments()
    {
        _work.Write("m.eml", Mail("body", ("a.txt", "attached"), ("b.txt", "also attached")));

        var report = _work.Ingest();
        Assert.Empty(report.Failed);
        Assert.Equal((3, 0, 0, 0, 0), Counts(report));
        Assert.Equal(["docs/m.eml", "docs/m.eml!/a.txt", "docs/m.eml!/b.txt"], Documents());
        Assert.Equal(["docs/m.eml!/a.txt: attached"], _work.Find("attached", ("document", "docs/m.eml!/a.txt")));

        _work.Write("m.eml", Mail("body", ("b.txt", "also attached")));
        Assert.Equal((0, 1, 1, 1, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/m.eml", "docs/m.eml!/b.txt"], Documents());
    }

    [Fact]
    public void Of_an_archive_that_changed_only_what_changed_is_read()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"), ("3.txt", "gamma"));
        _work.Ingest();
        Zip("a.zip", ("2.txt", "beta"), ("3.txt", "changed"), ("4.txt", "delta"));

        Assert.Equal((1, 1, 1, 1, 0), Counts(_work.Ingest()));
        Assert.Equal(["a.zip!/3.txt", "a.zip!/4.txt"], _work.WasRead.Order(StringComparer.Ordinal));
        Assert.Equal(["docs/a.zip!/2.txt: beta", "docs/a.zip!/3.txt: changed", "docs/a.zip!/4.txt: delta"], _work.Find());
        Assert.Equal((0, 0, 0, 3, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void An_archive_that_is_gone_takes_its_members_along()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "is broken"));
        _work.Write("b.txt", "beta");
        _work.Ingest();
        File.Delete(_work.Folder["docs/a.zip"]);

        Assert.Equal((0, 0, 1, 1, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/b.txt"], Documents());
        Assert.Single(Records());
    }

    [Fact]
    public void A_broken_archive_keeps_the_last_good_members_and_is_listed_until_it_is_sound()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"));
        _work.Ingest();
        var sound = File.ReadAllBytes(_work.Folder["docs/a.zip"]);
        File.WriteAllBytes(_work.Folder["docs/a.zip"], sound[..^10]);

        for (var run = 0; run < 2; run++)
        {
            var report = _work.Ingest();
            Assert.Equal(["docs/a.zip"], report.Failed.Select(failure => failure.Source));
            Assert.Equal(2, _work.Find().Count);
        }

        File.WriteAllBytes(_work.Folder["docs/a.zip"], sound);
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void An_archive_that_breaks_off_gives_what_it_has_and_takes_nothing_out()
    {
        Tar("a.tar", ("1.txt", "alpha"), ("2.txt", "beta"));
        _work.Ingest();
        var first = File.ReadAllBytes(_work.Folder["docs/a.tar"]);
        Tar("a.tar", ("1.txt", "changed"), ("3.txt", new string('x', 3000)));
        File.WriteAllBytes(_work.Folder["docs/a.tar"], File.ReadAllBytes(_work.Folder["docs/a.tar"])[..^4000]);

        Assert.Equal((0, 1, 0, 0, 1), Counts(_work.Ingest()));
        Assert.Equal(["docs/a.tar!/1.txt: changed", "docs/a.tar!/2.txt: beta"], _work.Find());
        Assert.Equal((0, 0, 0, 2, 1), Counts(_work.Ingest()));

        File.WriteAllBytes(_work.Folder["docs/a.tar"], first);
        Assert.Equal((0, 1, 0, 1, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/a.tar!/1.txt: alpha", "docs/a.tar!/2.txt: beta"], _work.Find());
    }

    [Fact]
    public void A_member_that_fails_is_listed_by_its_address_and_keeps_its_last_good_version()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"));
        _work.Ingest();
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "is broken"));

        for (var run = 0; run < 2; run++)
        {
            var report = _work.Ingest();
            Assert.Equal(new IngestionFailure("docs/a.zip!/2.txt", "it is broken"), Assert.Single(report.Failed));
            Assert.Equal(["docs/a.zip!/1.txt: alpha", "docs/a.zip!/2.txt: beta"], _work.Find());
        }

        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "mended"));
        Assert.Equal((0, 1, 0, 1, 0), Counts(_work.Ingest()));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void A_file_may_become_an_archive_and_an_archive_a_file()
    {
        _work.Write("a.bin", "plain");
        _work.Ingest();
        Zip("a.bin", ("1.txt", "alpha"));
        Assert.Equal((1, 0, 1, 0, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/a.bin!/1.txt"], Documents());

        _work.Write("a.bin", "plain again");
        Assert.Equal((1, 0, 1, 0, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/a.bin"], Documents());
        Assert.Single(Records());
    }

    [Fact]
    public void A_member_taken_out_stays_out_until_ingest_names_its_archive()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"));
        _work.Ingest();

        Assert.Equal(["docs/a.zip!/1.txt"], Remove("docs/a.zip!/1.txt"));
        Assert.Equal((0, 0, 0, 1, 0), Counts(_work.Ingest()));
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "changed"));
        Assert.Equal((0, 1, 0, 0, 0), Counts(_work.Ingest()));
        Assert.Equal(["docs/a.zip!/2.txt: changed"], _work.Find());

        Assert.Equal((1, 0, 0, 1, 0), Counts(_work.Ingest(_work.Folder["docs/a.zip"])));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    [Fact]
    public void A_member_taken_out_comes_back_alone_when_ingest_names_it()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"), ("3.txt", "gamma"));
        _work.Ingest();
        Remove("docs/a.zip!/1.txt");
        Remove("docs/a.zip!/2.txt");

        Assert.Equal((1, 0, 0, 1, 0), Counts(_work.Ingest("docs/a.zip!/1.txt")));
        Assert.Equal(["docs/a.zip!/1.txt: alpha", "docs/a.zip!/3.txt: gamma"], _work.Find());
        Assert.Equal((1, 0, 0, 2, 0), Counts(_work.Ingest(_work.Folder["docs/a.zip"] + "!/2.txt")));
        Assert.Equal((0, 0, 0, 3, 0), Counts(_work.Ingest("docs/a.zip")));
    }

    [Fact]
    public void A_member_that_there_is_not_is_said_to_be_none()
    {
        Zip("a.zip", ("1.txt", "alpha"));
        _work.Ingest();
        Assert.StartsWith("no document of this index lies there; name ", Assert.Single(_work.Ingest("docs/a.zip!/9.txt").Failed).Reason, StringComparison.Ordinal);
        Assert.Contains("is missing", Assert.Single(_work.Ingest("docs/b.zip!/9.txt").Failed).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_archive_passes_over_is_noted_with_it()
    {
        using (var tar = new TarWriter(File.Create(_work.Folder["docs/a.tar"]), TarEntryFormat.Ustar))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "1.txt" });
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "1.txt") { DataStream = new MemoryStream("alpha"u8.ToArray()) });
        }

        Assert.Equal([new SourceNote("docs/a.tar", "1 link is left out: links in archives are not followed")], _work.Ingest().Notes);
        Assert.Equal(["1 link is left out: links in archives are not followed"], Records().Single(record => record.IsArchive).Notes);
    }

    [Fact]
    public void Of_a_zip_that_broke_off_what_is_found_is_indexed_and_nothing_is_taken_out()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"));
        _work.Ingest();
        Zip("a.zip", ("1.txt", "changed"), ("3.txt", "gamma"), ("4.txt", new string('x', 5000)));
        var whole = File.ReadAllBytes(_work.Folder["docs/a.zip"]);
        File.WriteAllBytes(_work.Folder["docs/a.zip"], whole[..(whole.AsSpan().IndexOf("PK\u0001\u0002"u8) - 10)]);

        var report = _work.Ingest();
        Assert.Equal(["docs/a.zip!/4.txt", "docs/a.zip"], report.Failed.Select(failure => failure.Source));
        Assert.Equal(["docs/a.zip!/1.txt: changed", "docs/a.zip!/2.txt: beta", "docs/a.zip!/3.txt: gamma"], _work.Find());
    }

    [Fact]
    public void An_archive_taken_out_goes_with_its_members_also_where_it_lies_in_another()
    {
        File.WriteAllBytes(_work.Folder["docs/a.zip"], ZipOf(("in.zip", ZipOf(("1.txt", "alpha"u8.ToArray()))), ("2.txt", "beta"u8.ToArray())));
        _work.Ingest();
        Assert.Equal(["docs/a.zip!/in.zip!/1.txt"], Remove(_work.Folder["docs/a.zip!/in.zip"]));
        Assert.Equal((0, 0, 0, 1, 0), Counts(_work.Ingest()));

        Assert.Equal(["docs/a.zip!/2.txt"], Remove("docs/a.zip"));
        Assert.Equal((0, 0, 0, 0, 0), Counts(_work.Ingest()));
        Assert.Empty(Records());
        Assert.Equal((2, 0, 0, 0, 0), Counts(_work.Ingest(_work.Folder["docs/a.zip"])));
    }

    [Fact]
    public void A_rebuild_keeps_the_last_good_members_and_no_other_ones()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"));
        Zip("b.zip", ("1.txt", "gamma"), ("2.txt", "delta"));
        _work.Ingest();
        Zip("a.zip", ("1.txt", "is broken"));
        File.WriteAllText(_work.Folder["docs/b.zip"], "is broken");

        _work.Ingest(new IngestionRequest { Rebuild = true });
        Assert.Equal(["docs/a.zip!/1.txt: alpha", "docs/b.zip!/1.txt: gamma", "docs/b.zip!/2.txt: delta"], _work.Find());
    }

    [Fact]
    public void Another_version_reads_all_members_again()
    {
        Zip("a.zip", ("1.txt", "alpha"), ("2.txt", "beta"));
        _work.Ingest();
        _work.Version = "2";

        Assert.Equal((0, 2, 0, 0, 0), Counts(_work.Ingest()));
        Assert.Equal((0, 0, 0, 2, 0), Counts(_work.Ingest()));
    }

    public void Dispose() => _work.Dispose();

    private void Zip(string name, params (string Name, string Content)[] members) =>
        File.WriteAllBytes(_work.Folder["docs/" + name], ZipOf([.. members.Select(member => (member.Name, Encoding.UTF8.GetBytes(member.Content)))]));

    private void Tar(string name, params (string Name, string Content)[] members)
    {
        using var tar = new TarWriter(File.Create(_work.Folder["docs/" + name]), TarEntryFormat.Ustar);
        foreach (var (path, content) in members)
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
        }
    }

    private static byte[] ZipOf(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string Mail(string body, params (string Name, string Content)[] attachments) =>
        "From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        + $"--b\nContent-Type: text/plain\n\n{body}\n"
        + string.Concat(attachments.Select(one => $"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename={one.Name}\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(one.Content))}\n"))
        + "--b--\n";

    private List<string> Documents()
    {
        using var search = new PassageSearch(_work.Index, new Taggers());
        return [.. search.Documents().Documents.Select(document => document.Source)];
    }

    private List<CatalogueEntry> Records()
    {
        using var reader = IndexReader.Open(_work.Index);
        return [.. reader.Records().Select(record => CatalogueEntry.FromBytes(record.Segment.RecordData(record.Record)))];
    }

    private IReadOnlyList<string> Remove(string path)
    {
        var report = new SourceRemover(_work.Index).Remove([path], TimeSpan.FromSeconds(1));
        Assert.Empty(report.Failed);
        return report.Documents;
    }
}
