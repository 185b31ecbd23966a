using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Service;

namespace PolicySearch.Testing.Gold;

/// <summary>Blocks and passage starts of a set's documents against its gold.</summary>
/// <remarks>
/// Kinds are counted over letters and digits, so that neither white space nor the marks of lists, headings and tables tip the scales.
/// A passage start is right when it stands at the first of the headings that the gold has there.
/// </remarks>
public sealed class BlockScore
{
    private static readonly BlockKind[] Kinds = Enum.GetValues<BlockKind>();

    private readonly int[] _gold = new int[Kinds.Length];
    private readonly int[] _both = new int[Kinds.Length];
    private readonly int[] _read = new int[Kinds.Length];
    private readonly List<string> _errors = [];
    private readonly HashSet<(string Doc, int At)> _goldStarts = [];
    private readonly HashSet<(string Doc, int At)> _readStarts = [];

    private BlockScore()
    {
    }

    /// <summary>Precision, recall and F1 by kind of block, counted in letters and digits.</summary>
    public ScoreTable Table => new([.. Kinds.Select((kind, i) => new ScoreRow(Spelling.Of(kind), _gold[i], _both[i], _read[i] - _both[i])).Where(row => row.Gold + row.False > 0)]);

    /// <summary>Passages that begin at a heading.</summary>
    public ScoreRow Starts => new("starts", _goldStarts.Count, _goldStarts.Count(_readStarts.Contains), _readStarts.Count(start => !_goldStarts.Contains(start)));

    /// <summary>Every line with a character of another kind than the gold's.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads and scores the set's documents that have gold blocks.</summary>
    public static BlockScore Of(GoldSet set, DocumentReader reader)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(reader);
        var score = new BlockScore();
        var blocks = set.Blocks();
        foreach (var source in set.Sources().Where(source => blocks.Contains(source.Name)))
        {
            var read = reader.Read(source, source.Name);
            score.CountKinds(source.Name, read.Document, [.. blocks[source.Name]]);
            score.CountStarts(source.Name, read, blocks[source.Name]);
        }

        return score;
    }

    private void CountKinds(string doc, Document document, IReadOnlyList<GoldBlock> blocks)
    {
        var text = document.Text;
        var gold = KindsByCharacter(text, blocks.Select(block => (block.Kind, block.Span)));
        var read = KindsByCharacter(text, document.Blocks.Select(block => (block.Kind, block.Span)));
        var (line, start, number) = (default((BlockKind?, BlockKind?)?), 0, 1);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '\n')
            {
                if (line is { } kinds)
                {
                    _errors.Add($"{doc}:{number} {Name(kinds.Item1)} -> {Name(kinds.Item2)}: {text[start..i].Trim()}");
                }

                (line, start, number) = (null, i + 1, number + 1);
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                Count(gold[i], read[i]);
                line ??= gold[i] == read[i] ? null : (gold[i], read[i]);
            }
        }
    }

    private void Count(BlockKind? gold, BlockKind? read)
    {
        if (gold is { } kind)
        {
            _gold[(int)kind]++;
            _both[(int)kind] += gold == read ? 1 : 0;
        }

        if (read is { } found)
        {
            _read[(int)found]++;
        }
    }

    private void CountStarts(string doc, ExtractedDocument read, IEnumerable<GoldBlock> blocks)
    {
        var afterHeading = false;
        foreach (var block in blocks.Where(block => block.Kind is not (BlockKind.Contents or BlockKind.Boilerplate)))
        {
            var isHeading = IsHeading(block.Kind);
            if (isHeading && !afterHeading)
            {
                _goldStarts.Add((doc, FirstLetter(read.Document.Text, block.Span.Start)));
            }

            afterHeading = isHeading;
        }

        foreach (var (_, passage, _) in read.Passages.Where(passage => IsHeading(passage.Passage.Blocks[0].Kind)))
        {
            _readStarts.Add((doc, FirstLetter(read.Document.Text, passage.Span.Start)));
        }
    }

    private static bool IsHeading(BlockKind kind) => kind is BlockKind.Title or BlockKind.Heading;

    private static int FirstLetter(string text, int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static BlockKind?[] KindsByCharacter(string text, IEnumerable<(BlockKind Kind, TextSpan Span)> blocks)
    {
        var kinds = new BlockKind?[text.Length];
        foreach (var (kind, span) in blocks)
        {
            kinds.AsSpan(span.Start, span.Length).Fill(kind);
        }

        return kinds;
    }

    private static string Name(BlockKind? kind) => kind is { } known ? Spelling.Of(known) : "none";
}
