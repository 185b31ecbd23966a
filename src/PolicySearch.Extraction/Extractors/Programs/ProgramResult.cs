namespace PolicySearch.Extraction.Extractors.Programs;

/// <summary>How a program ended.</summary>
/// <param name="Value">What was read out of its output.</param>
/// <param name="ExitCode">Its exit status; by custom 0 for success.</param>
/// <param name="Errors">The beginning of what it wrote to standard error.</param>
internal sealed record ProgramResult<T>(T Value, int ExitCode, string Errors)
{
    /// <summary>The first line of the errors, for messages; "exit status N" where there is none.</summary>
    public string Reason => Errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? $"exit status {ExitCode}";
}
