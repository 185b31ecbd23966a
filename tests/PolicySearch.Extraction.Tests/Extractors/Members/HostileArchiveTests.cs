using System.IO.Compression;
using System.Text;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Members;
using PolicySearch.Testing;
using static PolicySearch.Extraction.Tests.Extractors.Members.SomeArchive;

namespace PolicySearch.Extraction.Tests.Extractors.Members;

public class HostileArchiveTests
{
    [Fact]
    public void Names_that_are_tricks_become_plain_ones_and_no_two_are_equal()
    {
        var zip = Zip(
            ("../../etc/passwd", Utf8("1")),
            ("/etc/passwd", Utf8("2")),
            ("C:\\temp\\..\\x.txt", Utf8("3")),
            ("a//./b.txt", Utf8("4")),
            ("a/b.txt", Utf8("5")),
            ("a/b.txt", Utf8("6")),
            ("a\u0007\u202Etxt.exe\n", Utf8("7")),
            ("..", Utf8("8")),
            ("a!/b", Utf8("9")),
            (new string('x', 3000) + "/end.txt", Utf8("10")));
        var paths = Walk(zip).Select(member => member.Path).ToList();

        Assert.Equal(["etc/passwd", "etc/passwd (2)", "C:/temp/x.txt", "a/b.txt", "a/b (2).txt", "a/b (3).txt", "a__txt.exe_", "unnamed", "a!/b"], paths[..9]);
        Assert.Equal(500, paths[9].Length);
        Assert.EndsWith("xxx/end.txt", paths[9], StringComparison.Ordinal);
    }

    [Fact]
    public void Members_beyond_the_limit_are_left_out_and_the_archive_says_so()
    {
        var limits = new ExtractionLimits { MaxMembers = 3 };
        var inner = Zip(("1.txt", Utf8("1")), ("2.txt", Utf8("2")));
        var members = List(Zip(("a.zip", inner), ("b.txt", Utf8("b"))), limits);

        Assert.Equal(["a.zip!/1.txt: 1", "a.zip!/2.txt: 2", "! it has more than 3 members; the further ones are not read"], members);
    }

    [Fact]
    public void A_member_over_the_limit_is_named_and_the_others_are_read()
    {
        var limits = new ExtractionLimits { MaxBytes = 1000 };
        (string, byte[])[] files = [("big.txt", new byte[1001]), ("small.txt", Utf8("x"))];
        string[] expected = ["big.txt! it has 1001 bytes, the limit is 1000; unpack and split it, or raise the limit", "small.txt: x"];

        Assert.Equal(expected, List(Zip(files), limits));
        Assert.Equal(expected, List(Tar(files), limits));
    }

    [Fact]
    public void Of_a_bomb_no_more_is_read_than_is_in_proportion_and_the_rest_is_counted()
    {
        var zeros = new byte[1024 * 1024];
        (string, byte[])[] files = [.. Enumerable.Range(0, 40).Select(i => ($"{i}.txt", zeros))];
        foreach (var bomb in new[] { Zip(files), Gzip(Tar(files)), Zip(("in.zip", Zip(CompressionLevel.NoCompression, null, ("a.gz", Gzip(Tar(files)))))) })
        {
            var members = Walk(bomb).ToList();

            Assert.InRange(members.Count, 16, 17);
            Assert.Equal("", members[^1].Path);
            Assert.StartsWith($"{41 - members.Count} of its members are left out, the first is {members.Count - 1}.txt: ", members[^1].Failure, StringComparison.Ordinal);
            Assert.True(members.Sum(member => member.File?.Content.Length ?? 0) <= 16 * 1024 * 1024);
        }
    }

    [Fact]
    public void Bytes_of_all_members_together_have_a_limit()
    {
        var random = new byte[100_000];
        new Random(1).NextBytes(random);
        (string, byte[])[] files = [("1.bin", random), ("2.bin", random), ("3.bin", random), ("4.txt", Utf8("still fits"))];
        foreach (var archive in new[] { Zip(files), Tar(files) })
        {
            var members = Walk(archive, new ExtractionLimits { MaxExpandedBytes = 250_000 }).ToList();
            Assert.Equal(["1.bin", "2.bin", "4.txt", ""], members.Select(member => member.Path));
            Assert.StartsWith("1 of its members is left out, the first is 3.bin: ", members[^1].Failure, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bomb_among_good_members_is_named_and_they_are_read()
    {
        var bomb = new byte[40 * 1024 * 1024];
        (string, byte[])[] files = [("a.txt", Utf8("one")), ("bomb.txt", bomb), ("z.txt", Utf8("last"))];
        foreach (var archive in new[] { Zip(files), Gzip(Tar(files)), Zip(("in.zip", Zip(files))) })
        {
            var members = List(archive);
            Assert.Equal(3, members.Length);
            Assert.EndsWith("a.txt: one", members[0], StringComparison.Ordinal);
            Assert.Contains("bomb.txt! it unpacks to 41943040 bytes, and the whole of what it lies in has ", members[1], StringComparison.Ordinal);
            Assert.EndsWith("z.txt: last", members[2], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_must_be_unpacked_to_get_behind_it_has_a_limit_too()
    {
        var bomb = Gzip(Tar(("a.txt", Utf8("one")), ("bomb.txt", new byte[3_000_000]), ("z.txt", Utf8("last"))));
        var members = List(bomb, new ExtractionLimits { MaxBytes = 1_000_000, MaxExpandedBytes = 2_000_000 });
        Assert.Equal(["a.txt: one", "! more than 2000000 bytes of it had to be passed over; what follows is not read"], members);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_a_zip_that_broke_off_the_members_before_are_read(bool isStreamed)
    {
        (string, byte[])[] files = [("a.txt", Utf8("first words")), ("計画/b.txt", Utf8("second words")), ("c.txt", Utf8(new string('c', 5000)))];
        var zip = isStreamed ? StreamedZip(files) : Zip(files);
        var list = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);

        Assert.Equal(
            ["a.txt: first words", "計画/b.txt: second words", $"c.txt: {new string('c', 5000)}", "! it is a broken ZIP file whose list of members cannot be read; 3 members were found without it, others may be lost"],
            List(zip[..(list + 20)]));
        Assert.Equal(
            ["a.txt: first words", "計画/b.txt: second words", "c.txt! the archive breaks off in it, or is damaged there", "! it is a broken ZIP file whose list of members cannot be read; 2 members were found without it, others may be lost"],
            List(zip[..(list - 20)]));
    }

    [Fact]
    public void The_parts_of_a_document_that_broke_off_are_no_members()
    {
        var docx = SomePackage.Docx(SomePackage.P("Words."));
        Assert.Null(new SourceExpander().Open(new SourceFile("a.docx", docx.AsMemory(..^200))));
    }

    [Fact]
    public void A_search_for_lost_members_passes_over_each_byte_once()
    {
        // Each header says that its sizes follow behind its bytes, where they never do.
        var header = Zip(("a", Utf8("x")))[..31];
        header[6] = 8;
        var zip = Enumerable.Repeat(header, 300_000).SelectMany(one => one).ToArray();
        var members = Walk(zip, new ExtractionLimits { MaxMembers = 100_000 }).ToList();
        Assert.Equal(("a (100000)", "it has more than 100000 members; the further ones are not read"), (members[^2].Path, members[^1].Failure));
    }

    [Fact]
    public void What_nests_too_deep_is_named()
    {
        var content = Utf8("x");
        for (var depth = 0; depth < 6; depth++)
        {
            content = Zip(("a" + (depth == 0 ? ".txt" : ".zip"), content));
        }

        var limits = new ExtractionLimits { MaxArchiveNesting = 3 };
        Assert.Equal(["a.zip!/a.zip!/a.zip! what lies in it is not read: at most 3 archives and messages are opened in each other"], List(content, limits));
    }

    [Fact]
    public void Of_a_message_that_nests_too_deep_the_text_is_read()
    {
        var zip = Zip(("a.eml", Mail((Attachment("b.txt"), Utf8("x")))));
        Assert.Equal(["a.eml", "a.eml!/attachments"], Walk(zip, new ExtractionLimits { MaxArchiveNesting = 1 }).Select(member => member.Path));
    }

    [Fact]
    public void A_damaged_member_is_named_and_the_others_are_read()
    {
        var zip = Zip(CompressionLevel.NoCompression, null, ("a.txt", Utf8("first words")), ("b.txt", Utf8("second words")));
        zip[zip.AsSpan().IndexOf("first"u8)] ^= 1;

        Assert.Equal(["a.txt! it is damaged: its checksum is wrong", "b.txt: second words"], List(zip));
    }

    [Fact]
    public void Members_under_a_password_are_named()
    {
        Assert.Equal(["b.txt! it is protected by a password; unpack it, or save it without one", "a.txt: open"], List(Encrypted(Zip(("b.txt", Utf8("closed")), ("a.txt", Utf8("open"))), all: false)));
        Assert.Equal(["! it is protected by a password; unpack it, or save it without one"], List(Encrypted(Zip(("b.txt", Utf8("closed"))), all: true)));
    }

    [Fact]
    public void A_tar_that_breaks_off_gives_what_came_before()
    {
        var tar = Tar(("a.txt", Utf8("one")), ("b.txt", new byte[5000]));
        string[] expected = ["a.txt: one", "! it is a TAR archive that breaks off in a member"];

        Assert.Equal(expected, List(tar[..^3000]));
        Assert.Equal("a.txt: one", List(Gzip(tar[..^3000]))[0]);
    }

    [Fact]
    public void Behind_a_wrong_header_of_a_tar_the_next_member_is_looked_for()
    {
        var tar = Tar(System.Formats.Tar.TarEntryFormat.Ustar, ("a.txt", Utf8("one")), ("b.txt", Utf8("two")), ("c.txt", Utf8("three")));
        tar[1024 + 10] ^= 0x40;
        Assert.Equal(["a.txt: one", "c.txt: three", "! it is a damaged TAR archive: 1024 bytes between its members, or behind them, could not be read"], List(tar));
    }

    [Fact]
    public void A_tar_without_its_end_mark_is_noted_and_one_behind_another_is_read()
    {
        var first = Tar(System.Formats.Tar.TarEntryFormat.Ustar, ("a.txt", Utf8("one")));
        var contents = new SourceExpander().Open(new SourceFile("a.tar", first.AsMemory(..1024)))!;
        Assert.Single(contents.Members);
        Assert.Equal(["it has no end mark, so it may have been cut off"], contents.Notes);
        Assert.Equal(["a.txt: one", "a (2).txt: one"], List([.. first, .. first]));
    }

    [Fact]
    public void A_header_that_claims_much_takes_no_memory()
    {
        var tar = Tar(System.Formats.Tar.TarEntryFormat.Gnu, ("a.txt", Utf8("one")), (new string('n', 200), Utf8("two")));
        var at = 1024;
        Encoding.ASCII.GetBytes("17777777777").CopyTo(tar, at + 124);
        Seal(tar, at);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var members = List(tar);

        Assert.Equal("a.txt: one", members[0]);
        Assert.StartsWith("! it is a broken or hostile TAR archive", members[1], StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000_000);
    }

    [Fact]
    public void A_broken_archive_in_a_sound_one_is_named_and_the_others_are_read()
    {
        var broken = Tar(("x.txt", new byte[5000]))[..2000];
        Assert.Equal(["in.tar! it is a TAR archive that breaks off in a member", "b.txt: b"], List(Zip(("in.tar", broken), ("b.txt", Utf8("b")))));
    }

    [Fact]
    public void An_archive_without_files_says_so()
    {
        Assert.Equal(["! it holds no files to read"], List(Zip(("folder/", []))));
        Assert.Equal(["a.txt! the file is empty"], List(Zip(("a.txt", []))));
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Damaged_archives_are_walked_to_an_end(int seed)
    {
        var random = new Random(seed);
        byte[][] sound =
        [
            Zip(("a.txt", Utf8("one")), ("b.zip", Zip(("c.txt", Utf8("two")), ("d.eml", Mail((Attachment("e.txt"), Utf8("x"))))))),
            Tar(("a.txt", Utf8("one")), ("b.tar", Tar(("c.txt", Utf8("two"))))),
            Gzip(Tar(("a.txt", Utf8("one")), ("計画.txt", Utf8("two")))),
            Mail((Attachment("a.zip"), Zip(("b.txt", Utf8("x")))), (Attachment("c.txt"), Utf8("y"))),
        ];
        for (var round = 0; round < LongRun.Rounds(400, 20_000); round++)
        {
            var bytes = sound[round % sound.Length].ToArray();
            for (var i = random.Next(1, 12); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(4) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
            var members = Walk(bytes).ToList();
            Assert.True(members.Count < 20, $"seed {seed}, round {round}");
            Assert.All(members, member => Assert.True(member.File is null == member.Failure is { Length: > 0 }, $"seed {seed}, round {round}"));
            Assert.Equal(members.Count, members.Select(member => member.Path).Distinct().Count());
        }
    }

    // As programs write that cannot go back: sizes and checksum stand behind the bytes.
    private static byte[] StreamedZip((string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(new OneWayStream(bytes), ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    // The flag of the first member, or of all, in the list of members and before their bytes.
    private static byte[] Encrypted(byte[] zip, bool all)
    {
        foreach (var (start, flag) in new[] { ("PK\u0003\u0004", 6), ("PK\u0001\u0002", 8) })
        {
            for (var at = zip.AsSpan().IndexOf(Utf8(start)); at >= 0; at = all && zip.AsSpan(at + 4).IndexOf(Utf8(start)) is >= 0 and var next ? at + 4 + next : -1)
            {
                zip[at + flag] |= 1;
            }
        }

        return zip;
    }

    private static void Seal(byte[] tar, int at)
    {
        tar.AsSpan(at + 148, 8).Fill((byte)' ');
        var sum = tar.AsSpan(at, 512).ToArray().Sum(value => value);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0").CopyTo(tar, at + 148);
    }
}
