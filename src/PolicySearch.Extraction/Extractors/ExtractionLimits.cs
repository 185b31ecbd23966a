namespace PolicySearch.Extraction.Extractors;

/// <summary>What an extractor takes on at most; a source beyond a limit fails with a message that names it.</summary>
public sealed record ExtractionLimits
{
    /// <summary>What any packed source may unpack to, however small it is, in bytes: 16 MB.</summary>
    internal const long SmallExpansion = 16 * 1024 * 1024;

    /// <summary>The limits used where none are given.</summary>
    public static ExtractionLimits Default { get; } = new();

    /// <summary>Largest source, in bytes; by default 64 MB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Longest time in which a document's text is found, its programs and OCR included; by default 20 minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Deepest nesting of elements; by default 512. Elements below it are flattened by the parser, their text is kept.</summary>
    public int MaxDepth { get; init; } = 512;

    /// <summary>Most elements open at once, above which a page is refused, as parsing it would take too long; by default 10,000.</summary>
    public int MaxNesting { get; init; } = 10_000;

    /// <summary>Most elements of one page; by default 2,000,000.</summary>
    public int MaxElements { get; init; } = 2_000_000;

    /// <summary>Most bytes that a packed source may unpack to; by default 512 MB.</summary>
    public long MaxExpandedBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most bytes that one packed byte may stand for in a source that unpacks to more than 16 MB; by default 200.</summary>
    public int MaxExpansion { get; init; } = 200;

    /// <summary>Most parts of a packed source; by default 20,000.</summary>
    public int MaxParts { get; init; } = 20_000;

    /// <summary>Most members of an archive or message, with those of archives in it; by default 20,000. Further ones are left out, and the archive is listed as failed.</summary>
    public int MaxMembers { get; init; } = 20_000;

    /// <summary>Most archives and messages that are opened in each other; by default 4.</summary>
    public int MaxArchiveNesting { get; init; } = 4;

    /// <summary>Most cells of one document's tables, above which it is refused; by default 2,000,000.</summary>
    public int MaxCells { get; init; } = 2_000_000;

    /// <summary>Most pages of one document; by default 10,000. Further ones are left out, and the document notes it.</summary>
    public int MaxPages { get; init; } = 10_000;

    /// <summary>Throws when <paramref name="source"/> is empty or too large.</summary>
    /// <exception cref="ExtractionException">It is.</exception>
    public void Check(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Content.IsEmpty)
        {
            throw new ExtractionException($"{source.Name} is empty (0 bytes)");
        }

        if (source.Content.Length > MaxBytes)
        {
            throw new ExtractionException($"{source.Name} has {source.Content.Length} bytes, the limit is {MaxBytes}; split it or raise the limit");
        }
    }
}
