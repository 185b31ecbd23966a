namespace PolicySearch.Service.Doctoring;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">What: a program, <c>index</c>, <c>source NAME</c>, <c>disk</c>, …</param>
/// <param name="Ok">Whether it is as it should be, or does not matter.</param>
/// <param name="Detail">What was found, in words.</param>
public sealed record Finding(string Name, bool Ok, string Detail)
{
    /// <summary>Version of a program; null for others, and where it is missing.</summary>
    public string? Version { get; init; }

    /// <summary>Formats that are not read without it.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>The command that mends it; null where nothing is to be done, or no command does it.</summary>
    public string? Fix { get; init; }
}

/// <summary>All that was found; its JSON form is a contract (snake_case).</summary>
/// <param name="Ok">Whether everything is as it should be.</param>
/// <param name="Findings">One for each thing that was looked at.</param>
/// <param name="Fix">One command that installs all that is missing; null where nothing is.</param>
public sealed record Diagnosis(bool Ok, IReadOnlyList<Finding> Findings, string? Fix);
