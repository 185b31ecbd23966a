namespace PolicySearch.Engine.Indexing;

/// <summary>Runs merges one at a time, on a thread of its own while any is due, or on the caller's. Everything but the merge itself happens under the writer's gate.</summary>
/// <param name="gate">The writer's lock.</param>
/// <param name="takeDue">Gives the next merge that is due, or null; called under the gate.</param>
/// <param name="finish">Takes a finished merge, or one that failed (false), called under the gate.</param>
internal sealed class MergeScheduler(object gate, Func<SegmentMerge?> takeDue, Action<SegmentMerge, bool> finish) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Thread? _thread;

    /// <summary>The merge that is running; read under the gate.</summary>
    public SegmentMerge? Running { get; private set; }

    /// <summary>Why background merges have stopped, or null. The index is sound without them, only in more segments.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Makes sure that due merges are done in the background; called under the gate.</summary>
    public void Wake()
    {
        if (_thread is null && Failure is null && !_stop.IsCancellationRequested)
        {
            _thread = new Thread(RunDueInBackground) { IsBackground = true, Name = "PolicySearch merges" };
            _thread.Start();
        }
    }

    /// <summary>Runs merges on this thread until there is none; called without the gate.</summary>
    /// <param name="take">Gives the next merge, or null; called under the gate while no other merge runs.</param>
    public void RunHere(Func<SegmentMerge?> take)
    {
        while (true)
        {
            SegmentMerge? merge;
            lock (gate)
            {
                WaitUntilIdle();
                merge = Running = take();
            }

            if (merge is null)
            {
                return;
            }

            Run(merge);
        }
    }

    /// <summary>Stops the running merge and waits for its end; called under the gate, which is given up while waiting.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        WaitUntilIdle();
        _stop.Dispose();
    }

    private void WaitUntilIdle()
    {
        while (Running is not null || _thread is not null)
        {
            Monitor.Wait(gate);
        }
    }

    private void RunDueInBackground()
    {
        while (true)
        {
            SegmentMerge? merge;
            lock (gate)
            {
                merge = Running = Failure is null && !_stop.IsCancellationRequested ? takeDue() : null;
                if (merge is null)
                {
                    _thread = null;
                    Monitor.PulseAll(gate);
                    return;
                }
            }

            try
            {
                Run(merge);
            }
            catch (OperationCanceledException)
            {
                // The writer is being disposed.
            }
            catch (Exception e)
            {
                // Whatever it was: sources are untouched, and the writer reports it when asked.
                lock (gate)
                {
                    Failure = e;
                }
            }
        }
    }

    private void Run(SegmentMerge merge)
    {
        var isDone = false;
        try
        {
            merge.Run(_stop.Token);
            isDone = true;
        }
        finally
        {
            lock (gate)
            {
                Running = null;
                try
                {
                    finish(merge, isDone && !_stop.IsCancellationRequested);
                }
                finally
                {
                    Monitor.PulseAll(gate);
                }
            }
        }
    }
}
