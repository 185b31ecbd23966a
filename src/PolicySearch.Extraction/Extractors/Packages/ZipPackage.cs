using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>A document that is a ZIP archive of parts: Office, OpenDocument, EPUB. Parts are read in memory, within limits, and nothing outside is followed.</summary>
internal sealed class ZipPackage : IDisposable
{
    // The list of members takes some hundred bytes of memory for each, before any can be counted.
    private const int MostEntries = 500_000;
    private const int EntryBytes = 46;

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _name;
    private readonly ExtractionLimits _limits;
    private long _remaining;

    private ZipPackage(ZipArchive archive, SourceFile source, ExtractionLimits limits)
    {
        _archive = archive;
        _name = source.Name;
        _limits = limits;
        _remaining = limits.MaxExpandedBytes;
    }

    /// <summary>Names of all parts, with forward slashes.</summary>
    public IReadOnlyCollection<string> Names => _parts.Keys;

    /// <summary>Opens an archive and checks what it says of itself.</summary>
    /// <exception cref="ExtractionException">It is broken or beyond a limit.</exception>
    public static ZipPackage Open(SourceFile source, ExtractionLimits limits)
    {
        var package = new ZipPackage(OpenArchive(source), source, limits);
        try
        {
            package.Take(source.Content.Length);
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>Opens an archive of any kind. Names that are not marked as UTF-8 are decoded by what they look like.</summary>
    /// <exception cref="ExtractionException">It is broken, or lists so many members that the list itself is a burden.</exception>
    public static ZipArchive OpenArchive(SourceFile source)
    {
        if (source.Content.Length > (long)MostEntries * EntryBytes && source.Content.Span.Count("PK\u0001\u0002"u8) > MostEntries)
        {
            throw new ExtractionException($"{source.Name} is a ZIP archive of more than {MostEntries} members; it is hostile, or has to be split");
        }

        try
        {
            var archive = new ZipArchive(StreamOf(source.Content), ZipArchiveMode.Read, leaveOpen: false, ZipNameEncoding.Instance);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or OverflowException or NotSupportedException)
        {
            throw new ExtractionException($"{source.Name} is a broken ZIP file: {e.Message}", e);
        }
    }

    /// <summary>Whether there is a part of that name.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>A part's content as a stream that fails at the limits; null where there is no such part.</summary>
    public Stream? Open(string part)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            return null;
        }

        // Every opening takes its size off, so that one part read a thousand times counts a thousand times.
        var allowed = Math.Min(entry.Length, _remaining);
        _remaining -= allowed;
        return new BoundedStream(entry.Open(), allowed, _name);
    }

    /// <summary>A part's bytes; null where there is no such part.</summary>
    public byte[]? Bytes(string part)
    {
        using var stream = Open(part);
        if (stream is null)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A part as XML; null where there is no such part.</summary>
    /// <exception cref="ExtractionException">It is beyond a limit.</exception>
    public XElement? Xml(string part, CancellationToken cancellationToken)
    {
        using var stream = Open(part);
        return stream is null ? null : XmlTree.Load(stream, _name, _limits, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private void Take(long packedBytes)
    {
        if (_archive.Entries.Count > _limits.MaxParts)
        {
            throw new ExtractionException($"{_name} has {_archive.Entries.Count} parts, the limit is {_limits.MaxParts}");
        }

        long total = 0;
        foreach (var entry in _archive.Entries)
        {
            total += entry.Length;
            if (entry.IsEncrypted)
            {
                throw new ExtractionException($"{_name} is encrypted; save it without a password");
            }

            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        if (total > _limits.MaxExpandedBytes || (total > ExtractionLimits.SmallExpansion && total / Math.Max(1, packedBytes) > _limits.MaxExpansion))
        {
            throw new ExtractionException($"{_name} would unpack from {packedBytes} to {total} bytes; it is hostile, or the limits are too low for it");
        }
    }

    private static MemoryStream StreamOf(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}
