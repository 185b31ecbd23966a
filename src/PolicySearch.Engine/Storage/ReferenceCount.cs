namespace PolicySearch.Engine.Storage;

/// <summary>Counts who uses a resource. Starts at one; once it has fallen to zero it never rises again.</summary>
internal sealed class ReferenceCount
{
    private int _count = 1;

    /// <summary>Whether the last reference has been given back.</summary>
    public bool IsReleased => Volatile.Read(ref _count) == 0;

    /// <summary>Takes a reference; false when the last one has already been given back.</summary>
    public bool TryAcquire()
    {
        var count = Volatile.Read(ref _count);
        while (count > 0)
        {
            var seen = Interlocked.CompareExchange(ref _count, count + 1, count);
            if (seen == count)
            {
                return true;
            }

            count = seen;
        }

        return false;
    }

    /// <summary>Gives a reference back.</summary>
    /// <returns>Whether it was the last.</returns>
    /// <exception cref="InvalidOperationException">There was none to give back.</exception>
    public bool Release()
    {
        var left = Interlocked.Decrement(ref _count);
        if (left < 0)
        {
            Interlocked.Increment(ref _count);
            throw new InvalidOperationException("released more often than acquired");
        }

        return left == 0;
    }
}
