using System.Collections.Concurrent;

namespace PolicySearch.Service.Ingestion;

/// <summary>What reads a source now, by the extractor that reads it; another fingerprint than that of its entry means that it is to be read again.</summary>
internal sealed class ReadingFingerprints(SourceReading reading)
{
    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);

    /// <summary>The fingerprint of a document that this extractor reads; null for a source that could not be read, which any change may mend, and for one with members, which any extractor may read.</summary>
    public string Of(string? extractor) =>
        _known.GetOrAdd(extractor ?? "", _ => $"mapper:{PassageMapper.Version};{reading.FingerprintOf(extractor)}");

    /// <summary>Whether the versions that read an entry read it now.</summary>
    public bool IsCurrent(CatalogueEntry entry) => entry.Fingerprint == Of(entry.HasMembers ? null : entry.Extractor);

    /// <summary>Why documents with these fingerprints are read again, a line for each reason.</summary>
    public IEnumerable<string> Explain(IReadOnlyList<string> outdated)
    {
        var now = Parts(reading.Fingerprint).Append(("mapper", $"{PassageMapper.Version}")).ToDictionary(StringComparer.Ordinal);
        return outdated
            .Select(fingerprint => string.Join(", ", Differences(fingerprint, now)))
            .GroupBy(reason => reason, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                $"{group.Count()} {(group.Count() == 1 ? "document is" : "documents are")} read again: {(group.Key.Length > 0 ? group.Key : "another version of the program read them before")}");
    }

    private static IEnumerable<string> Differences(string fingerprint, Dictionary<string, string> now) =>
        from part in Parts(fingerprint)
        orderby part.Name
        where !now.TryGetValue(part.Name, out var version) || version != part.Version
        select now.TryGetValue(part.Name, out var other) ? $"{part.Name} is {other} now, {part.Version} before" : $"{part.Name} is used no longer";

    /// <summary>Names and versions; none in what an older program wrote as one hash.</summary>
    private static IEnumerable<(string Name, string Version)> Parts(string fingerprint) =>
        from part in fingerprint.Split(';')
        let colon = part.IndexOf(':', StringComparison.Ordinal)
        where colon > 0
        select (part[..colon], part[(colon + 1)..]);
}
