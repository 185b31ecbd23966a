using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Search.Matching;

namespace PolicySearch.Engine.Segments;

/// <summary>
/// A column as stretches of neighbouring documents with the same code. The passages of a document share what is known of the whole document,
/// so there are often few stretches, and counting or filtering by stretch is far cheaper than by document.
/// </summary>
internal sealed class ColumnRuns
{
    /// <summary>The code of a stretch of documents without a value.</summary>
    public const ulong NoValue = ulong.MaxValue;

    /// <summary>Codes are narrower, so that none is <see cref="NoValue"/>.</summary>
    public const int MaxWidth = 56;

    private const int Batch = 512;

    /// <summary>Stretches that are shorter than this on average gain too little for the memory that they take.</summary>
    private const int LeastMeanLength = 8;

    private readonly int[] _ends;

    /// <summary>For each stretch the number of its code among <see cref="Codes"/>.</summary>
    private readonly int[] _numbers;

    /// <summary>The stretches in the order of their codes, those of one code ascending.</summary>
    private readonly int[] _byCode;

    /// <summary>For each code where its stretches begin in <see cref="_byCode"/>, and their end.</summary>
    private readonly int[] _starts;

    /// <summary>For each code the number of documents with a lower one, and that of all.</summary>
    private readonly int[] _docsBefore;

    private ColumnRuns(List<int> ends, List<ulong> codes)
    {
        _ends = [.. ends];
        Codes = [.. codes.Distinct().Order()];
        _numbers = Array.ConvertAll(codes.ToArray(), code => Array.BinarySearch(Codes, code));
        (_starts, _docsBefore) = (new int[Codes.Length + 1], new int[Codes.Length + 1]);
        for (var run = 0; run < _ends.Length; run++)
        {
            _starts[_numbers[run] + 1]++;
            _docsBefore[_numbers[run] + 1] += _ends[run] - Start(run);
        }

        for (var i = 0; i < Codes.Length; i++)
        {
            _starts[i + 1] += _starts[i];
            _docsBefore[i + 1] += _docsBefore[i];
        }

        _byCode = new int[_ends.Length];
        var next = _starts.ToArray();
        for (var run = 0; run < _ends.Length; run++)
        {
            _byCode[next[_numbers[run]]++] = run;
        }
    }

    /// <summary>Reads the codes of ascending documents that have one.</summary>
    /// <param name="docs">The documents.</param>
    /// <param name="present">Receives those that have one.</param>
    /// <param name="codes">Receives a code for each of these.</param>
    /// <returns>How many have one.</returns>
    public delegate int CodeReader(ReadOnlySpan<int> docs, Span<int> present, Span<ulong> codes);

    /// <summary>The different codes, ascending.</summary>
    public ulong[] Codes { get; }

    /// <summary>Number of stretches.</summary>
    public int Count => _ends.Length;

    /// <summary>How many documents have a code.</summary>
    /// <param name="from">Least code.</param>
    /// <param name="to">Greatest code, below <see cref="NoValue"/>.</param>
    public int CountWithin(ulong from, ulong to) => _docsBefore[FirstAbove(to)] - _docsBefore[FirstAtLeast(from)];

    /// <summary>Sets the bits of all documents that have a code.</summary>
    /// <param name="from">Least code.</param>
    /// <param name="to">Greatest code, below <see cref="NoValue"/>.</param>
    /// <param name="bits">The bits.</param>
    public void AddWithin(ulong from, ulong to, Span<ulong> bits)
    {
        foreach (var run in _byCode.AsSpan(_starts[FirstAtLeast(from)].._starts[FirstAbove(to)]))
        {
            BitSet.AddRange(bits, Start(run), _ends[run]);
        }
    }

    /// <summary>Counts the documents of a set for each of <see cref="Codes"/>.</summary>
    public int[] CountByCode(DocRanks ranks)
    {
        var counts = new int[Codes.Length];
        var numbers = _numbers.AsSpan(0, _ends.Length);
        var before = 0;
        for (var run = 0; run < numbers.Length; run++)
        {
            var through = ranks.Through(_ends[run] - 1);
            counts[numbers[run]] += through - before;
            before = through;
        }

        return counts;
    }

    /// <summary>Finds the stretches of a column; null where they are too many to be of use.</summary>
    public static ColumnRuns? Find(int maxDoc, int width, CodeReader read)
    {
        if (width > MaxWidth)
        {
            return null;
        }

        var (ends, found) = (new List<int>(), new List<ulong>());
        Span<int> docs = stackalloc int[Batch];
        Span<int> present = stackalloc int[Batch];
        Span<ulong> codes = stackalloc ulong[Batch];
        for (var start = 0; start < maxDoc && ends.Count <= (maxDoc / LeastMeanLength) + 1; start += Batch)
        {
            var length = Math.Min(Batch, maxDoc - start);
            for (var i = 0; i < length; i++)
            {
                docs[i] = start + i;
            }

            var count = read(docs[..length], present, codes);
            Add(start, start + length, present[..count], codes, ends, found);
        }

        return ends.Count <= (maxDoc / LeastMeanLength) + 1 ? new ColumnRuns(ends, found) : null;
    }

    private int Start(int run) => run == 0 ? 0 : _ends[run - 1];

    private int FirstAtLeast(ulong code)
    {
        var at = Array.BinarySearch(Codes, code);
        return at < 0 ? ~at : at;
    }

    private int FirstAbove(ulong code) => FirstAtLeast(code + 1);

    private static void Add(int doc, int end, ReadOnlySpan<int> present, ReadOnlySpan<ulong> codes, List<int> ends, List<ulong> found)
    {
        for (var i = 0; i < present.Length; i++)
        {
            if (present[i] > doc)
            {
                Add(present[i], NoValue, ends, found);
            }

            doc = present[i] + 1;
            Add(doc, codes[i], ends, found);
        }

        if (end > doc)
        {
            Add(end, NoValue, ends, found);
        }
    }

    private static void Add(int end, ulong code, List<int> ends, List<ulong> found)
    {
        if (found.Count > 0 && found[^1] == code)
        {
            ends[^1] = end;
            return;
        }

        ends.Add(end);
        found.Add(code);
    }
}
