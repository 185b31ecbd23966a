using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;
using PolicySearch.Engine.Tests.Indexing;

namespace PolicySearch.Engine.Tests.Segments;

/// <summary>Bytes of a sound index are changed; whatever they are, they are reported, and reading ends in an error of the engine or in other values, never in a crash.</summary>
public sealed class CorruptionTests
{
    private static readonly Lazy<MemoryDirectory> Sound = new(Build);

    [Fact]
    public void A_sound_index_has_no_faults() => Assert.Empty(IndexCheck.Run(Sound.Value));

    [Fact]
    public void A_changed_byte_anywhere_is_reported_with_file_and_advice()
    {
        var random = new Random(5);
        foreach (var name in Files())
        {
            var bytes = Sound.Value.Read(name);
            for (var i = 0; i < 60; i++)
            {
                var at = i < 32 ? i : random.Next(bytes.Length);
                var directory = With(name, [.. bytes[..at], (byte)(bytes[at] ^ (1 << random.Next(8))), .. bytes[(at + 1)..]]);
                var faults = IndexCheck.Run(directory);
                Assert.True(faults.Any(f => f.File == name), $"{name}, byte {at}: {string.Join('\n', faults)}");
                Assert.All(faults, f => Assert.NotEmpty(f.Advice));
            }
        }
    }

    [Fact]
    public void A_missing_or_shortened_file_is_reported()
    {
        foreach (var name in Files())
        {
            var bytes = Sound.Value.Read(name);
            Assert.Contains(IndexCheck.Run(With(name, bytes[..(bytes.Length / 2)])), f => f.File == name);
            var directory = With(name, bytes);
            directory.Delete(name);
            if (Commit.TryParseName(name, out _))
            {
                Assert.Throws<IndexNotFoundException>(() => IndexCheck.Run(directory));
                continue;
            }

            Assert.Contains(IndexCheck.Run(directory), f => f.File == name && f.Detail.Contains("missing", StringComparison.Ordinal));
            Assert.Contains(name, Assert.Throws<CorruptIndexException>(() => IndexReader.Open(directory)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Reading_damaged_bulk_data_ends_in_an_error_or_in_other_values(int seed)
    {
        var random = new Random(seed);
        foreach (var name in Files().Where(n => !Commit.TryParseName(n, out _)))
        {
            for (var i = 0; i < 100; i++)
            {
                // Opening does not read the body, so the decoders themselves have to see it.
                var directory = With(name, Damage(Sound.Value.Read(name), random, name));
                var error = Record.Exception(() => ReadAll(directory, random));
                Assert.True(error is null or IndexException, $"seed {seed}, {name}, round {i}: {error}");
            }
        }
    }

    private static IEnumerable<string> Files() => Sound.Value.ListFiles().Order(StringComparer.Ordinal);

    private static MemoryDirectory With(string name, byte[] bytes)
    {
        var directory = new MemoryDirectory();
        foreach (var file in Sound.Value.ListFiles())
        {
            directory.Put(file, file == name ? bytes : Sound.Value.Read(file));
        }

        return directory;
    }

    /// <summary>Overwrites bytes of the body, and keeps meta and footer as they are: opening finds nothing.</summary>
    private static byte[] Damage(byte[] bytes, Random random, string name)
    {
        var directory = new MemoryDirectory();
        directory.Put(name, bytes);
        var kind = Enum.GetValues<SegmentFileKind>().Single(k => name.EndsWith("." + k, StringComparison.OrdinalIgnoreCase));
        var input = IndexInput.Open(directory, name, SegmentFormats.Of(kind));
        var length = (int)(input.BodyEnd - FileFormat.HeaderLength);
        for (var left = random.Next(1, 9); left > 0 && length > 0; left--)
        {
            bytes[FileFormat.HeaderLength + random.Next(length)] = random.Next(3) switch { 0 => 0xFF, 1 => 0, _ => (byte)random.Next(256) };
        }

        return bytes;
    }

    private static void ReadAll(MemoryDirectory directory, Random random)
    {
        using var reader = IndexReader.Open(directory);
        foreach (var segment in reader.Segments)
        {
            for (var record = 0; record < segment.RecordCount; record++)
            {
                segment.RecordKey(record);
                segment.RecordData(record);
                segment.RecordText(record, 0, segment.RecordTextLength(record));
                segment.DocumentsOf(record);
            }

            foreach (var field in IndexModel.Schema.Fields)
            {
                ReadField(segment, field.Name, random);
            }
        }

        reader.FindRecord("a");
        SearchAll(new IndexSearcher(reader), random);
        new SegmentCheckAll(reader).Run();
    }

    /// <summary>The ways of the evaluation that read blocks out of order, bit sets, bounds, positions and columns.</summary>
    private static void SearchAll(IndexSearcher searcher, Random random)
    {
        TermQuery Term() => new("body", random.Next(4) switch { 0 => "all", 1 => "dense", _ => $"{random.Next(600)}" });
        Query[] queries =
        [
            Term(),
            new PhraseQuery("body", "all", random.Next(2) == 0 ? "all" : "dense"),
            new PrefixQuery("body", random.Next(2) == 0 ? "" : "d"),
            new BooleanQuery([new(Occur.Must, Term()), new(Occur.Must, Term()), new(Occur.Should, Term())]),
            new BooleanQuery([new(Occur.Should, Term()), new(Occur.Should, Term()), new(Occur.Should, Term())]),
        ];
        FacetRequest[] facets =
        [
            .. IndexModel.Schema.Fields.Where(f => f.Kind == FieldKind.Keyword).Select(f => new KeywordFacetRequest(f.Name, f.Name)),
            .. IndexModel.Schema.Fields.Where(f => f.Kind == FieldKind.Number).Select(f => new NumberFacetRequest(f.Name, f.Name)),
        ];
        var query = queries[random.Next(queries.Length)];
        var found = searcher.Search(new SearchOptions { Query = query, Facets = facets, CountTotal = random.Next(2) == 0 });
        Assert.All(found.Hits, hit => Assert.InRange(hit.Doc, 0, searcher.Reader.Segments[hit.Segment].MaxDoc - 1));
    }

    private static void ReadField(SegmentReader segment, string field, Random random)
    {
        if (segment.Terms(field) is { } reader)
        {
            var terms = reader.Enumerate();
            while (terms.MoveNext())
            {
                reader.TryFind(terms.Term, out _);
                Scan(reader.Postings(terms.State, PostingsFeatures.Positions), segment.MaxDoc, reader.IsText);
                reader.Postings(terms.State, PostingsFeatures.Docs).Advance(random.Next(segment.MaxDoc));
            }
        }

        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            segment.RecordOf(doc);
            segment.Stored(doc, field);
            segment.Numbers(field)?.TryGet(doc, out _);
            segment.Intervals(field)?.Read(doc, new PolicySearch.Engine.Schema.Interval[segment.Intervals(field)!.MaxValuesPerDocument]);
            if (segment.Keywords(field) is { } column)
            {
                var ordinals = new int[column.MaxValuesPerDocument];
                Assert.All(ordinals.Take(column.Read(doc, ordinals)).ToList(), o => column.Value(o));
            }
        }
    }

    private static void Scan(PostingsEnum postings, int maxDoc, bool isText)
    {
        var before = -1;
        while (postings.NextDoc() != PostingsEnum.NoMoreDocs)
        {
            Assert.InRange(postings.Doc, before + 1, maxDoc - 1);
            before = postings.Doc;
            for (var i = 0; isText && i < Math.Min(postings.Freq, 1000); i++)
            {
                Assert.True(postings.NextPosition() >= 0);
            }
        }
    }

    private static MemoryDirectory Build()
    {
        var directory = new MemoryDirectory();
        var model = new IndexModel(11);
        var options = new IndexWriterOptions { BackgroundMerges = false };
        using var writer = IndexWriter.Open(directory, IndexModel.Schema, options);
        for (var i = 0; i < 40; i++)
        {
            var block = model.NextBlock($"{i}");
            model.Replace(writer, block with { Text = block.Text[..Math.Min(block.Text.Length, 300)], Data = block.Data[..Math.Min(block.Data.Length, 300)] });
        }

        // One word in every document gives full blocks.
        writer.Replace(new RecordBlock("many", [.. Enumerable.Range(0, 1200).Select(i => new IndexDocument().Add("body", "all all " + i + (i % 5 < 2 ? " dense" : "")))]));
        model.Delete(writer, "3");
        writer.ForceMerge();
        writer.Delete("5");
        writer.Commit();
        return directory;
    }

    /// <summary>The check's own decoding, which must not fail otherwise either.</summary>
    private sealed class SegmentCheckAll(IndexReader reader)
    {
        public void Run()
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            foreach (var segment in reader.Segments)
            {
                new SegmentCheck(segment).Run(keys);
            }
        }
    }
}
