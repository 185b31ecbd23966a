using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Tests.Extractors.Programs;

/// <summary>A fact that needs a program; with <c>CI=true</c> it fails where the program is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program)
    {
        Program = program;
        Skip = WhySkip(program);
    }

    public string Program { get; }

    public static string? WhySkip(string program) =>
        new ProgramRunner().Find(program) is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : $"no {program} (tests/run.sh installs it)";
}
