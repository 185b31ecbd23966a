namespace PolicySearch.Extraction.Extractors.Programs;

/// <summary>Where programs are found, and what a run of one may take.</summary>
public sealed record ProgramLimits
{
    /// <summary>The folder that the programs are in; null to search the <c>PATH</c>.</summary>
    public string? Folder { get; init; }

    /// <summary>Longest run; by default two minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Most address space of one program, in bytes; by default 2 GB. Kept where there is a POSIX shell with <c>ulimit</c>.</summary>
    public long MaxMemory { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Longest output of one program, in bytes; by default 256 MB. Also the largest file it may write.</summary>
    public long MaxOutput { get; init; } = 256L * 1024 * 1024;
}
