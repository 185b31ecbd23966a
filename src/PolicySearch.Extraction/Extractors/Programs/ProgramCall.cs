namespace PolicySearch.Extraction.Extractors.Programs;

/// <summary>A call of a program that reads a format for us.</summary>
/// <param name="Program">Its file name, such as <c>pdftotext</c>.</param>
/// <param name="Arguments">Its arguments; no shell reads them.</param>
/// <param name="Folder">The folder in which it works and may write.</param>
internal sealed record ProgramCall(string Program, IReadOnlyList<string> Arguments, string Folder)
{
    /// <summary>What cannot be read without it, for the message: "PDF".</summary>
    public required string Format { get; init; }

    /// <summary>The Debian package that brings it.</summary>
    public required string Package { get; init; }

    /// <summary>The source's name, for messages.</summary>
    public required string Source { get; init; }

    /// <summary>How long it may take; null for the default limit.</summary>
    public TimeSpan? Timeout { get; init; }
}
