namespace PolicySearch.Testing;

/// <summary>The team's test data outside the project: <c>POLICYSEARCH_TESTDATA</c>, by default <c>../shared</c> beside the repository.</summary>
public static class SharedData
{
    /// <summary>The repository's root.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>The folder of that name, or null where the data is missing.</summary>
    public static string? TryFind(string name)
    {
        var root = Environment.GetEnvironmentVariable("POLICYSEARCH_TESTDATA") is { Length: > 0 } given
            ? given
            : Path.Combine(Repository, "..", "shared");
        var path = Path.GetFullPath(Path.Combine(root, name), Repository);
        return Path.Exists(path) ? path : null;
    }

    /// <summary>The folder of that name.</summary>
    /// <exception cref="DirectoryNotFoundException">It is missing; mark the test with <see cref="SharedDataFactAttribute"/>.</exception>
    public static string Find(string name) =>
        TryFind(name) ?? throw new DirectoryNotFoundException($"no shared test data '{name}'; set POLICYSEARCH_TESTDATA");

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PolicySearch.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("PolicySearch.sln was not found above " + AppContext.BaseDirectory);
    }
}
