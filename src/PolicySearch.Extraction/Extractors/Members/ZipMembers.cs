using System.IO.Compression;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The files in a ZIP archive.</summary>
internal sealed class ZipMembers : IMemberList
{
    private const string Protected = "it is protected by a password; unpack it, or save it without one";

    private readonly ZipArchive _archive;
    private readonly List<ZipArchiveEntry> _files;
    private readonly ExpansionBudget _budget;
    private int _next;

    public ZipMembers(SourceFile source, ExpansionBudget budget)
    {
        _budget = budget;
        _archive = ZipPackage.OpenArchive(source);
        _files = [.. _archive.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\'))];
        if (_files.Count > 0 && _files.TrueForAll(file => file.IsEncrypted))
        {
            _archive.Dispose();
            throw new ExtractionException(Protected);
        }
    }

    /// <summary>The first bytes of every ZIP archive that is not empty.</summary>
    public static ReadOnlySpan<byte> Start => "PK\u0003\u0004"u8;

    /// <inheritdoc/>
    public RawMember? Next() => _next < _files.Count ? Read(_files[_next++]) : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private RawMember Read(ZipArchiveEntry entry)
    {
        var failure = entry.IsEncrypted ? Protected : _budget.TooLarge(entry.Length);
        if (failure is not null || MemberNames.IsHidden(entry.FullName))
        {
            return new RawMember(entry.FullName, default, failure);
        }

        try
        {
            using var stream = entry.Open();
            var content = _budget.ReadAll(stream, entry.Length);
            return content.Length == entry.Length && Crc32.Of(content) == entry.Crc32
                ? new RawMember(entry.FullName, content)
                : new RawMember(entry.FullName, default, "it is damaged: its checksum is wrong");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return new RawMember(entry.FullName, default, $"it is damaged or packed in an unknown way: {e.Message}");
        }
    }
}
