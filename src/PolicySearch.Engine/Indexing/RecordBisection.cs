namespace PolicySearch.Engine.Indexing;

/// <summary>Finds an order in which records with like terms stand side by side, so that the gaps in postings are small.</summary>
/// <remarks>
/// Recursive graph bisection (Dhulipala and others, KDD 2016; Mackenzie and others, 2019): the records are halved, pairs are exchanged between the halves while that lowers the estimated
/// number of bits of all gaps, and each half is treated in the same way.
/// </remarks>
/// <param name="starts">For each record where its terms start; then their number.</param>
/// <param name="terms">The records' terms, by number.</param>
/// <param name="termCount">Number of different terms.</param>
internal sealed class RecordBisection(int[] starts, int[] terms, int termCount)
{
    /// <summary>So few records stay as they are.</summary>
    public const int Leaf = 32;

    private const int MostRounds = 20;
    private const int TableLength = 4096;

    private static readonly float[] Costs = [.. Enumerable.Range(0, TableLength).Select(Cost)];

    private readonly int[] _order = [.. Enumerable.Range(0, starts.Length - 1)];
    private readonly float[] _gains = new float[starts.Length - 1];
    private readonly int[] _left = new int[termCount];
    private readonly int[] _right = new int[termCount];

    /// <summary>The order: for each place the record.</summary>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public int[] Run(CancellationToken stop)
    {
        Split(0, _order.Length, stop);
        return _order;
    }

    private void Split(int from, int to, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (to - from <= Leaf)
        {
            Array.Sort(_order, from, to - from);
            return;
        }

        var middle = (from + to) / 2;
        Count(from, middle, _left, 1);
        Count(middle, to, _right, 1);
        var round = 0;
        while (round < MostRounds && Exchange(from, middle, to))
        {
            round++;
        }

        Count(from, middle, _left, -1);
        Count(middle, to, _right, -1);
        Split(from, middle, stop);
        Split(middle, to, stop);
    }

    private void Count(int from, int to, int[] degrees, int step)
    {
        for (var i = from; i < to; i++)
        {
            foreach (var term in Terms(_order[i]))
            {
                degrees[term] += step;
            }
        }
    }

    /// <summary>Exchanges the records that gain most by it.</summary>
    /// <returns>Whether there were any.</returns>
    private bool Exchange(int from, int middle, int to)
    {
        Rank(from, middle, _left, _right);
        Rank(middle, to, _right, _left);
        var count = 0;
        while (from + count < middle && middle + count < to && _gains[from + count] + _gains[middle + count] < 0)
        {
            ref var a = ref _order[from + count];
            ref var b = ref _order[middle + count];
            Move(a, _left, _right);
            Move(b, _right, _left);
            (a, b) = (b, a);
            count++;
        }

        return count > 0;
    }

    /// <summary>Orders a half by what it saves to move each record to the other half, the most first; gains are kept with the opposite sign.</summary>
    private void Rank(int from, int to, int[] here, int[] there)
    {
        for (var i = from; i < to; i++)
        {
            var gain = 0f;
            foreach (var term in Terms(_order[i]))
            {
                gain += LastCost(here[term]) - LastCost(there[term] + 1);
            }

            _gains[i] = -gain;
        }

        Array.Sort(_gains, _order, from, to - from);
    }

    private void Move(int record, int[] here, int[] there)
    {
        foreach (var term in Terms(record))
        {
            here[term]--;
            there[term]++;
        }
    }

    private ReadOnlySpan<int> Terms(int record) => terms.AsSpan(starts[record]..starts[record + 1]);

    /// <summary>What the last of so many postings of a half adds to the bits, but for what the length of the half makes of it, which is the same in both.</summary>
    private static float LastCost(int postings) => postings < TableLength ? Costs[postings] : -(MathF.Log2(postings) + 1.4427f);

    /// <summary>The gaps of d postings among n records take about d × log2(n / (d + 1)) bits.</summary>
    private static float Cost(int postings)
    {
        static double Bits(double d) => d <= 0 ? 0 : -d * Math.Log2(d + 1);
        return (float)(Bits(postings) - Bits(postings - 1));
    }
}
