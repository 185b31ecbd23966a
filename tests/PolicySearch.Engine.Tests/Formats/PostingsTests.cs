using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Tests.Formats;

public sealed class PostingsTests
{
    private sealed record Posting(int Doc, int[] Positions);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(255, 3)]
    [InlineData(256, 100)]
    [InlineData(257, 1)]
    [InlineData(512, 1)]
    [InlineData(3000, 1)]
    [InlineData(3000, 1000)]
    [InlineData(3000, Clustered)]
    public void Lists_of_every_length_are_read_back_with_frequencies_and_positions(int count, int gap)
    {
        foreach (var path in Enum.GetValues<VectorPath>())
        {
            ReadBack(Make(new Random(count), count, gap), path);
        }
    }

    private static void ReadBack(List<Posting> postings, VectorPath path)
    {
        using var files = new Files(postings, isText: true) { Path = path };
        var read = files.Open(PostingsFeatures.Positions);
        foreach (var posting in postings)
        {
            Assert.Equal(posting.Doc, read.NextDoc());
            Assert.Equal(posting.Positions.Length, read.Freq);
            Assert.Equal(posting.Positions, posting.Positions.Select(_ => read.NextPosition()));
            Assert.Throws<InvalidOperationException>(() => read.NextPosition());
        }

        Assert.Equal(PostingsEnum.NoMoreDocs, read.NextDoc());
        Assert.Equal(PostingsEnum.NoMoreDocs, read.NextDoc());
        Assert.Equal(PostingsEnum.NoMoreDocs, read.Advance(int.MaxValue));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(5000, true)]
    [InlineData(5000, false)]
    public void Advancing_gives_what_a_plain_scan_gives(int count, bool isText)
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new Random(seed);
            var postings = Make(random, count, random.Next(4) == 0 ? Clustered : 1 + random.Next(20));
            using var files = new Files(postings, isText);
            var read = files.Open(isText ? PostingsFeatures.Positions : PostingsFeatures.Docs);
            var at = -1;
            while (at < postings.Count)
            {
                int found;
                if (random.Next(3) == 0)
                {
                    at++;
                    found = read.NextDoc();
                }
                else
                {
                    var target = (at < 0 ? 0 : postings[at].Doc) + random.Next(1 << random.Next(1, 14));
                    at = postings.FindIndex(Math.Max(0, at), p => p.Doc >= target) is >= 0 and var i ? i : postings.Count;
                    found = read.Advance(target);
                }

                Assert.Equal(at < postings.Count ? postings[at].Doc : PostingsEnum.NoMoreDocs, found);
                if (at < postings.Count && random.Next(2) == 0)
                {
                    Assert.True(isText ? postings[at].Positions.Length == read.Freq : read.Freq == 1, $"seed {seed}");
                    Assert.Equal(isText ? postings[at].Positions[0] : -1, isText ? read.NextPosition() : -1);
                    at = isText ? Skip(read, postings, at) : at;
                }
            }
        }

        // Leaves the document, since its first position has been read.
        static int Skip(PostingsEnum read, List<Posting> postings, int at) => read.NextDoc() == PostingsEnum.NoMoreDocs ? postings.Count : at + 1;
    }

    [Fact]
    public void A_full_block_costs_its_width_and_a_singleton_nothing()
    {
        using var dense = new Files([.. Enumerable.Range(0, 2560).Select(d => new Posting(d, [0]))], isText: false);
        Assert.Equal(10 * (8 + 1), dense.DocsLength);
        using var clustered = new Files(Make(new Random(1), 2560, Clustered), isText: false);
        var blocks = clustered.Blocks();
        Assert.All(Enumerable.Range(0, 10), block => Assert.False(blocks.BitSetOf(block).IsEmpty));
        using var one = new Files([new Posting(7, [0])], isText: false);
        Assert.Equal(0, one.DocsLength);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(256)]
    [InlineData(2000)]
    public void Impacts_of_a_block_are_at_least_as_good_as_its_documents(int count)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var postings = Make(new Random(seed), count, 5);
            using var files = new Files(postings, isText: true);
            var blocks = files.Blocks();
            for (var block = 0; blocks.Load(block); block++)
            {
                var impacts = blocks.BlockImpacts(block).ToArray();
                Assert.Equal(count < PostingsFormat.BlockSize, impacts.Length == 0);
                foreach (var posting in postings.Skip(block * PostingsFormat.BlockSize).Take(impacts.Length == 0 ? 0 : blocks.Length))
                {
                    Assert.True(Impacts.Cover(impacts, posting.Positions.Length, Norm(posting.Doc)));
                }

                Assert.Equal(postings[Math.Min(postings.Count - 1, (block * PostingsFormat.BlockSize) + 255)].Doc, blocks.LastDocs[block]);
            }
        }
    }

    /// <summary>Stands for differences of which most are small and some are not, as words have them.</summary>
    private const int Clustered = -4;

    private static List<Posting> Make(Random random, int count, int gap)
    {
        var postings = new List<Posting>(count);
        var doc = -1;
        for (var i = 0; i < count; i++)
        {
            doc += 1 + (gap > 0 ? random.Next(gap) : (int)(-Math.Log(1 - random.NextDouble()) * (-gap - 1)));
            var freq = random.Next(4) == 0 ? 1 + random.Next(30) : 1;
            var position = random.Next(300);
            var positions = new int[freq];
            for (var k = 0; k < freq; k++)
            {
                positions[k] = position;
                position += random.Next(50);
            }

            postings.Add(new Posting(doc, positions));
        }

        return postings;
    }

    private static byte Norm(int doc) => (byte)(1 + (doc * 7 % 120));

    private sealed class Files : IDisposable
    {
        private readonly IndexInput[] _inputs;
        private readonly TermState _state;
        private readonly bool _isText;
        private readonly int _maxDoc;

        public Files(List<Posting> postings, bool isText)
        {
            var directory = new MemoryDirectory();
            FileFormat[] formats = [PostingsFormat.Docs, PostingsFormat.Freqs, PostingsFormat.Positions];
            var outputs = formats.Select(f => new IndexOutput(directory, f.Name, f)).ToArray();
            var writer = new PostingsWriter(outputs[0], outputs[1], outputs[2]) { Norms = [.. Enumerable.Range(0, postings[^1].Doc + 1).Select(Norm)] };
            writer.StartTerm(isText);
            foreach (var posting in postings)
            {
                writer.StartDocument(posting.Doc, isText ? posting.Positions.Length : 1);
                foreach (var position in isText ? posting.Positions : [])
                {
                    writer.AddPosition(position);
                }
            }

            _state = writer.FinishTerm();
            _isText = isText;
            _maxDoc = postings[^1].Doc + 1;
            _inputs = [.. outputs.Select(o =>
            {
                o.Finish([]);
                return IndexInput.Open(directory, o.Name, o.Format);
            })];
        }

        public VectorPath Path { get; init; } = VectorPaths.Best;

        public long DocsLength => _inputs[0].BodyEnd - FileFormat.HeaderLength;

        public PostingsEnum Open(PostingsFeatures features) => new(Input(), _state, features, _isText);

        public TermBlocks Blocks() => new(Input(), _state);

        private PostingsInput Input() => new(_inputs[0], _inputs[1], _inputs[2], _maxDoc) { Path = Path };

        public void Dispose()
        {
            foreach (var input in _inputs)
            {
                input.Release();
            }
        }
    }
}
