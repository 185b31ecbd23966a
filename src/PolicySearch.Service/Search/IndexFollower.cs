using PolicySearch.Engine;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Service.Search;

/// <summary>Lends the newest commit of an index, which may not exist yet; looks for a newer one at most every <see cref="Interval"/>.</summary>
internal sealed class IndexFollower(IndexDirectory directory, TimeProvider time) : IDisposable
{
    private readonly ReaderManager _readers = new(directory);
    private readonly Lock _refreshing = new();
    private long _lastLook;
    private bool _looked;

    /// <summary>How long a search may see a commit that is no longer the newest.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The newest commit; null where nothing has been committed.</summary>
    /// <exception cref="SchemaMismatchException">The index was made by a program with other fields or another analysis.</exception>
    public ReaderLease? TryAcquire()
    {
        Refresh();
        ReaderLease lease;
        try
        {
            lease = _readers.Acquire();
        }
        catch (IndexNotFoundException)
        {
            return null;
        }

        if (lease.Reader.SchemaFingerprint == PassageSchema.Schema.Fingerprint)
        {
            return lease;
        }

        lease.Dispose();
        throw new SchemaMismatchException(
            "the index was made by another version of this program, with other fields or analysis; make it anew with 'policysearch ingest --rebuild'");
    }

    /// <inheritdoc/>
    public void Dispose() => _readers.Dispose();

    private void Refresh()
    {
        // Whoever finds a look under way goes on with the reader at hand.
        if (!_refreshing.TryEnter())
        {
            return;
        }

        try
        {
            if (_looked && time.GetElapsedTime(_lastLook) < Interval)
            {
                return;
            }

            _readers.Refresh();
            _lastLook = time.GetTimestamp();
            _looked = true;
        }
        catch (IndexNotFoundException)
        {
            // Nothing has been committed yet: the next search looks again.
        }
        finally
        {
            _refreshing.Exit();
        }
    }
}
