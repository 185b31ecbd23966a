namespace PolicySearch.Engine.Search.Scorers;

/// <summary>A binary heap of scorers, the one with the lowest document on top.</summary>
internal sealed class DocHeap
{
    private readonly Scorer[] _heap;

    /// <summary>Creates it.</summary>
    /// <param name="scorers">At least one; all stand at the same document.</param>
    public DocHeap(IReadOnlyList<Scorer> scorers) => _heap = [.. scorers];

    public Scorer Top => _heap[0];

    /// <summary>Moves the top scorer to the first document at or after the target, and puts the lowest on top again.</summary>
    public void AdvanceTop(int target)
    {
        _heap[0].Advance(target);
        SiftDown();
    }

    /// <summary>Writes the scorers that stand at the top's document, and gives their number.</summary>
    public int AtTop(Span<Scorer> scorers)
    {
        var doc = Top.DocId;
        scorers[0] = Top;
        var count = 1;

        // In a heap the parents of a scorer at the lowest document stand there too, so a walk from the top finds all.
        // The indices still to visit wait on a stack: one for each level and one more.
        Span<int> waiting = stackalloc int[64];
        var waitingCount = 0;
        Push(waiting, ref waitingCount, 1);
        while (waitingCount > 0)
        {
            var at = waiting[--waitingCount];
            if (at < _heap.Length && _heap[at].DocId == doc)
            {
                scorers[count++] = _heap[at];
                Push(waiting, ref waitingCount, (2 * at) + 1);
            }
        }

        return count;

        static void Push(Span<int> waiting, ref int count, int firstChild)
        {
            waiting[count++] = firstChild;
            waiting[count++] = firstChild + 1;
        }
    }

    private void SiftDown()
    {
        var moving = _heap[0];
        var doc = moving.DocId;
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _heap.Length)
            {
                break;
            }

            if (child + 1 < _heap.Length && _heap[child + 1].DocId < _heap[child].DocId)
            {
                child++;
            }

            if (_heap[child].DocId >= doc)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = moving;
    }
}
