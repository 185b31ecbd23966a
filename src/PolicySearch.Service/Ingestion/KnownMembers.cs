using PolicySearch.Extraction.Extractors.Members;

namespace PolicySearch.Service.Ingestion;

/// <summary>What is known of the members of archives before they are read: which stay out, and which have not changed.</summary>
/// <param name="catalogue">What the index knows.</param>
/// <param name="fingerprints">What reads now.</param>
/// <param name="removed">Addresses that stay out.</param>
/// <param name="readAll">Read every member, whatever the catalogue says of it.</param>
internal sealed class KnownMembers(Catalogue catalogue, ReadingFingerprints? fingerprints, IReadOnlySet<string> removed, bool readAll)
{
    /// <summary>Nothing is known.</summary>
    public static KnownMembers None { get; } = new(Catalogue.Empty, null, new HashSet<string>(), readAll: true);

    /// <summary>Whether the user took out the member, or the archive that it lies in.</summary>
    public bool IsRemoved(string address)
    {
        for (var end = address.Length; end > 0; end = address.LastIndexOf(SourceMember.Separator, end - 1, StringComparison.Ordinal))
        {
            if (removed.Contains(address[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the index has the member as it is, so that it need not be read.</summary>
    public bool HasSame(CatalogueEntry member) => !readAll && catalogue.Document(member.Address) is { } known
        && (known.Container, known.Hash) == (member.Container, member.Hash) && fingerprints?.IsCurrent(known) == true;
}
