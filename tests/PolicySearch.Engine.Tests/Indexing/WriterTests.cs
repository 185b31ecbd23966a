using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

public sealed class WriterTests
{
    private static readonly IndexWriterOptions NoWait = new() { LockTimeout = TimeSpan.Zero };

    private readonly MemoryDirectory _directory = new();

    [Fact]
    public void A_second_writer_is_refused_until_the_first_is_disposed()
    {
        var first = IndexWriter.Open(_directory, IndexModel.Schema, NoWait);
        Assert.Throws<LockFailedException>(() => IndexWriter.Open(_directory, IndexModel.Schema, NoWait));
        first.Dispose();
        first.Dispose();
        IndexWriter.Open(_directory, IndexModel.Schema, NoWait).Dispose();
    }

    [Fact]
    public void A_writer_that_could_not_open_gives_the_lock_back()
    {
        Commit("a");
        var other = new IndexSchema(FieldDefinition.Keyword("tag"));
        var error = Assert.Throws<SchemaMismatchException>(() => IndexWriter.Open(_directory, other, NoWait));
        Assert.Contains("body", error.Message, StringComparison.Ordinal);
        IndexWriter.Open(_directory, IndexModel.Schema, NoWait).Dispose();
    }

    [Fact]
    public void What_was_not_committed_is_gone_and_its_files_too()
    {
        Commit("a");
        var files = _directory.ListFiles().Order().ToList();
        using (var writer = Open())
        {
            writer.Replace(Block("b"));
            writer.ForceMerge();
        }

        Assert.Equal(files, _directory.ListFiles().Order());
        Assert.Equal(["a"], Keys());
    }

    [Fact]
    public void A_commit_without_changes_writes_nothing()
    {
        Commit("a");
        var files = _directory.ListFiles().Order().ToList();
        using var writer = Open();
        Assert.Equal(1, writer.Commit());
        Assert.False(writer.Delete("b"));
        Assert.Equal(1, writer.Commit(new Dictionary<string, string>()));
        Assert.Equal(files, _directory.ListFiles().Order());
    }

    [Fact]
    public void User_data_stays_until_it_is_replaced()
    {
        using var writer = Open();
        Assert.Equal(1, writer.Commit(new Dictionary<string, string> { ["roots"] = "seeds" }));
        writer.Replace(Block("a"));
        Assert.Equal(2, writer.Commit());
        Assert.Equal("seeds", Read(r => r.UserData["roots"]));
        Assert.Equal(3, writer.Commit(new Dictionary<string, string> { ["roots"] = "docs" }));
        Assert.Equal("docs", Read(r => r.UserData["roots"]));
    }

    [Fact]
    public void Create_starts_empty_with_any_schema_and_leaves_the_old_commit_until_the_new_one()
    {
        Commit("a");
        var schema = new IndexSchema(FieldDefinition.Keyword("tag"));
        using (var writer = IndexWriter.Open(_directory, schema, NoWait with { Create = true }))
        {
            writer.Replace(new RecordBlock("b", [new IndexDocument().Add("tag", "x")]));
            Assert.Equal(["a"], Keys());
            Assert.Equal(2, writer.Commit());
        }

        Assert.Equal(["b"], Keys());
        Assert.Equal(schema.Fingerprint, Read(r => r.SchemaFingerprint));
        Assert.Empty(IndexCheck.Run(_directory));
    }

    [Fact]
    public void What_a_crash_left_behind_is_swept_and_foreign_files_are_not()
    {
        Commit("a");
        foreach (var name in (string[])["pending", "s900.docs", "s1-7.live", "commit-notes", "s1.txt", "readme"])
        {
            _directory.Put(name, [1]);
        }

        using (var writer = Open())
        {
            Assert.Equal(["commit-1", "commit-notes", "readme", "s1.txt"], _directory.ListFiles().Where(f => !f.StartsWith("s1.", StringComparison.Ordinal) || f == "s1.txt").Order());
            writer.Replace(Block("b"));
            writer.Commit();
        }

        Assert.Contains("s901.docs", _directory.ListFiles());
        Assert.Empty(IndexCheck.Run(_directory));
    }

    public static TheoryData<IndexDocument, string> BadDocuments() => new()
    {
        { new IndexDocument().Add("nothing", "x"), "no field 'nothing'" },
        { new IndexDocument().Add("year", "x"), "number field" },
        { new IndexDocument().Add("body", 1), "text field" },
        { new IndexDocument().Add("tag", new Interval(1, 2)), "keyword field" },
        { new IndexDocument().AddStored("span", new byte[1]), "interval field" },
        { new IndexDocument().Add("span", new Interval(2, 1)), "before it begins" },
        { new IndexDocument().Add("year", 1).Add("year", 2), "set twice" },
        { new IndexDocument().Add("tag", new string('語', 10_923)), "32769 bytes" },
    };

    [Theory]
    [MemberData(nameof(BadDocuments))]
    public void A_document_that_does_not_fit_the_schema_is_refused_whole(IndexDocument document, string reason)
    {
        using var writer = Open();
        writer.Replace(Block("a"));
        var error = Assert.Throws<ArgumentException>(() => writer.Replace(new RecordBlock("a", [new IndexDocument().Add("body", "other"), document])));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("record 'a', document 1", error.Message, StringComparison.Ordinal);
        writer.Commit();
        Assert.Equal(1, Read(r => r.NumDocs));
        Assert.Throws<ArgumentException>(() => writer.Replace(new RecordBlock("", [])));
    }

    [Fact]
    public void A_keyword_of_the_greatest_length_is_kept_and_a_longer_word_of_a_text_left_out()
    {
        var longest = new string('x', TermsFormat.MaxTermLength);
        using var writer = Open();
        writer.Replace(new RecordBlock("a", [new IndexDocument().Add("tag", longest).Add("body", longest + " " + longest + "y end")]));
        writer.Commit();
        using var reader = IndexReader.Open(_directory);
        var segment = reader.Segments[0];
        Assert.Equal(longest, segment.Keywords("tag")!.Value(0));
        var terms = segment.Terms("body")!;
        Assert.Equal(2, terms.Count);
        Assert.Equal(3, NormEncoding.Decode(segment.Norms("body")[0]));
        Assert.True(terms.TryFind("end"u8, out var state));
        var postings = terms.Postings(state, PostingsFeatures.Positions);
        postings.NextDoc();
        Assert.Equal(2, postings.NextPosition());
    }

    [Fact]
    public void An_analyzer_that_throws_leaves_the_block_before_and_the_writer_usable()
    {
        var schema = new IndexSchema(FieldDefinition.Text("body", new Failing()));
        using var writer = IndexWriter.Open(_directory, schema, NoWait);
        writer.Replace(new RecordBlock("a", [new IndexDocument().Add("body", "good")]));
        Assert.Throws<FormatException>(() => writer.Replace(new RecordBlock("a", [new IndexDocument().Add("body", "fine"), new IndexDocument().Add("body", "bad")])));
        writer.Replace(new RecordBlock("b", [new IndexDocument().Add("body", "good")]));
        writer.Commit();
        Assert.Equal(["a", "b"], Keys());
        Assert.Equal(2, Read(r => r.NumDocs));
        Assert.Empty(IndexCheck.Run(_directory));
    }

    [Fact]
    public void A_merge_that_finds_damage_changes_nothing_and_reports_it()
    {
        var options = NoWait with { BackgroundMerges = false };
        using (var writer = IndexWriter.Open(_directory, IndexModel.Schema, options))
        {
            writer.Replace(Block("a"));
            writer.Commit();
            writer.Replace(Block("b"));
            writer.Commit();
        }

        var bytes = _directory.Read("s1.norms");
        bytes[FileFormat.HeaderLength] ^= 1;
        _directory.Put("s1.norms", bytes);
        using (var writer = IndexWriter.Open(_directory, IndexModel.Schema, options))
        {
            Assert.Equal("s1.norms", Assert.Throws<CorruptIndexException>(() => writer.ForceMerge()).File);
            writer.Replace(Block("c"));
            writer.Commit();
        }

        Assert.Equal(["a", "b", "c"], Keys());
    }

    [Fact]
    public void A_background_merge_that_finds_damage_is_reported_when_waited_for()
    {
        Commit("a");
        var bytes = _directory.Read("s1.norms");
        bytes[FileFormat.HeaderLength] ^= 1;
        _directory.Put("s1.norms", bytes);
        using var writer = IndexWriter.Open(_directory, IndexModel.Schema, NoWait with { MergePolicy = new AdjacentMergePolicy { MergeFactor = 2, FloorBytes = 1 << 20 } });
        writer.Replace(Block("b"));
        writer.Commit();
        Assert.Throws<CorruptIndexException>(writer.WaitForMerges);
        writer.Replace(Block("c"));
        writer.Commit();
        Assert.Equal(["a", "b", "c"], Keys());
    }

    [Fact]
    public async Task Many_threads_may_write_at_once()
    {
        using (var writer = Open())
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() =>
            {
                for (var i = 0; i < 50; i++)
                {
                    writer.Replace(Block($"{t}-{i}"));
                    writer.Replace(Block($"shared-{i}"));
                    if (i % 10 == 0)
                    {
                        writer.Commit();
                    }
                }
            })));
            writer.WaitForMerges();
            writer.Commit();
        }

        Assert.Equal(250, Keys().Count);
        Assert.Empty(IndexCheck.Run(_directory));
    }

    [Fact]
    public void A_segment_of_which_all_is_deleted_disappears()
    {
        Commit("a");
        using var writer = Open();
        writer.Delete("a");
        writer.Commit();
        Assert.Empty(Read(r => r.Segments));
        writer.Replace(Block("b"));
        writer.Commit();
        Assert.DoesNotContain(_directory.ListFiles(), f => f.StartsWith("s1.", StringComparison.Ordinal));
    }

    private IndexWriter Open() => IndexWriter.Open(_directory, IndexModel.Schema, NoWait);

    private void Commit(string key)
    {
        using var writer = Open();
        writer.Replace(Block(key));
        writer.Commit();
    }

    private List<string> Keys() => Read(reader => reader.Records().Select(r => r.Segment.RecordKey(r.Record)).Order(StringComparer.Ordinal).ToList());

    private T Read<T>(Func<IndexReader, T> read)
    {
        using var reader = IndexReader.Open(_directory);
        return read(reader);
    }

    private static RecordBlock Block(string key) => new(key, [new IndexDocument().Add("body", "word")]) { Text = "text" };

    private sealed class Failing : Analyzer
    {
        private readonly WhitespaceAnalyzer _analyzer = new();

        public override string Fingerprint => "failing 1";

        public override TokenStream CreateStream() => new Stream(_analyzer.CreateStream());

        public override string Normalize(string term) => term;

        private sealed class Stream(TokenStream words) : TokenStream
        {
            public override Token Token => words.Token;

            public override void Reset(ReadOnlyMemory<char> text) => words.Reset(text);

            public override bool MoveNext() => words.MoveNext() && (Token.Term is not "bad" ? true : throw new FormatException("a bad word"));
        }
    }
}
