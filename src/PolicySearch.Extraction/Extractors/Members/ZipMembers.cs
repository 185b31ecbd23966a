using System.IO.Compression;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The files in a ZIP archive, by the list at its end.</summary>
internal sealed class ZipMembers : IMemberList
{
    // Unix programs write the kind of a file into the upper half of its attributes; others leave that empty.
    private const int KindMask = 0xF000;
    private const int Folder = 0x4000;
    private const int File = 0x8000;
    private const int Link = 0xA000;

    private readonly ZipArchive _archive;
    private readonly List<ZipArchiveEntry> _files;
    private readonly ExpansionBudget _budget;
    private readonly LeftOutMembers _leftOut = new();
    private int _next;

    private ZipMembers(ZipArchive archive, ExpansionBudget budget)
    {
        (_archive, _budget) = (archive, budget);
        _files = [.. archive.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\') && IsFile(entry))];
    }

    /// <summary>The first bytes of every ZIP archive that is not empty.</summary>
    public static ReadOnlySpan<byte> Start => "PK\u0003\u0004"u8;

    /// <inheritdoc/>
    public IReadOnlyList<string> Notes => _leftOut.Notes;

    /// <summary>The members of an archive; of one that is broken those that can be found without its list.</summary>
    /// <exception cref="ExtractionException">It has far too many, or is protected as a whole.</exception>
    public static IMemberList Open(SourceFile source, ExpansionBudget budget)
    {
        try
        {
            return Listed(ZipPackage.OpenArchive(source), budget);
        }
        catch (ExtractionException e) when (e.InnerException is not null)
        {
            return new ZipRemains(source.Content, budget);
        }
    }

    /// <inheritdoc/>
    public RawMember? Next()
    {
        while (_next < _files.Count)
        {
            var entry = _files[_next++];
            if (entry.IsEncrypted)
            {
                return new RawMember(entry.FullName, default, ZipMember.Protected);
            }

            if (!MemberNames.IsHidden(entry.FullName) && new ZipMember(entry.FullName, entry.Length, entry.Crc32).Read(entry.Open, _budget) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    private static ZipMembers Listed(ZipArchive archive, ExpansionBudget budget)
    {
        var members = new ZipMembers(archive, budget);
        if (members._files.Count > 0 && members._files.TrueForAll(file => file.IsEncrypted))
        {
            members.Dispose();
            throw new ExtractionException(ZipMember.Protected);
        }

        return members;
    }

    private bool IsFile(ZipArchiveEntry entry)
    {
        var kind = (entry.ExternalAttributes >> 16) & KindMask;
        if (kind is 0 or File or Folder)
        {
            return true;
        }

        _leftOut.Count(isLink: kind == Link);
        return false;
    }
}
