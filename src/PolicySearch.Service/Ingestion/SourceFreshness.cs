using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace PolicySearch.Service.Ingestion;

/// <summary>Tells whether a file still has the content that the catalogue knows: by size and time where they can be trusted, else by its hash.</summary>
/// <remarks>
/// A file written twice within the clock's tick keeps size and time, so the time of a file that was fresh when it was
/// read is not recorded, and its content is compared instead. What was compared once is remembered for this process.
/// </remarks>
internal sealed class SourceFreshness(ISourceStore store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (long Size, DateTimeOffset Modified, string Hash)> _compared = new(StringComparer.Ordinal);

    /// <summary>The time to record for a file that is about to be read; null where it is too fresh.</summary>
    public DateTimeOffset? Recordable(DateTimeOffset modified) => time.GetUtcNow() - modified < Fresh ? null : modified;

    /// <summary>Whether the file has the entry's content.</summary>
    /// <exception cref="IOException">The content had to be read, and could not.</exception>
    public bool IsSame(FoundSource file, CatalogueEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Size != file.Size || entry.Hash.Length == 0)
        {
            return false;
        }

        return entry.Modified == file.Modified || entry.Hash == HashOf(file, cancellationToken);
    }

    /// <summary>Forgets what was compared of sources that are gone, so that a worker that runs for a year does not grow.</summary>
    public void Forget(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            _compared.TryRemove(address, out _);
        }
    }

    /// <summary>SHA-256 as lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private string HashOf(FoundSource file, CancellationToken cancellationToken)
    {
        if (_compared.TryGetValue(file.Address, out var known) && known.Size == file.Size && known.Modified == file.Modified)
        {
            return known.Hash;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var trusted = Recordable(file.Modified) is not null;
        using var stream = store.Open(file);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        if (trusted)
        {
            _compared[file.Address] = (file.Size, file.Modified, hash);
        }

        return hash;
    }
}
