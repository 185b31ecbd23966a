namespace PolicySearch.Engine.Segments;

/// <summary>
/// The least and greatest number of every <see cref="Size"/> documents of a column. Where neighbouring documents have like numbers, a range of numbers is
/// known by them alone, but for a few zones.
/// </summary>
internal sealed class NumberZones
{
    public const int Size = 1024;

    /// <summary>A range is decided when no more than this share of the zones has to be looked at.</summary>
    private const int MostPartialShare = 6;

    private readonly long[] _least;
    private readonly long[] _greatest;
    private readonly bool[] _isFull;

    public NumberZones(NumberColumn column, int maxDoc)
    {
        var count = (maxDoc + Size - 1) / Size;
        (_least, _greatest, _isFull) = (new long[count], new long[count], new bool[count]);
        Span<int> docs = stackalloc int[Size];
        Span<int> present = stackalloc int[Size];
        var codes = new ulong[Size];
        for (var zone = 0; zone < count; zone++)
        {
            var length = Math.Min(Size, maxDoc - (zone * Size));
            for (var i = 0; i < length; i++)
            {
                docs[i] = (zone * Size) + i;
            }

            var found = column.ReadCodes(docs[..length], present, codes);
            (_least[zone], _greatest[zone], _isFull[zone]) = (long.MaxValue, long.MinValue, found == length);
            foreach (var code in codes.AsSpan(0, found))
            {
                _least[zone] = Math.Min(_least[zone], column.Number(code));
                _greatest[zone] = Math.Max(_greatest[zone], column.Number(code));
            }
        }
    }

    public int Count => _least.Length;

    /// <summary>Whether no document of the zone is in the range.</summary>
    public bool IsOutside(int zone, long from, long to) => _greatest[zone] < from || _least[zone] > to;

    /// <summary>Whether all documents of the zone are in the range.</summary>
    public bool IsInside(int zone, long from, long to) => _isFull[zone] && _least[zone] >= from && _greatest[zone] <= to;

    /// <summary>Whether the range is known but for few zones.</summary>
    /// <param name="from">Least number.</param>
    /// <param name="to">Greatest number.</param>
    /// <param name="touched">Zones that are not outside.</param>
    public bool Decide(long from, long to, out int touched)
    {
        touched = 0;
        var partial = 0;
        for (var zone = 0; zone < Count; zone++)
        {
            if (!IsOutside(zone, from, to))
            {
                touched++;
                partial += IsInside(zone, from, to) ? 0 : 1;
            }
        }

        return partial * MostPartialShare <= Count;
    }
}
