using Xunit;

namespace PolicySearch.Testing;

/// <summary>A test that needs shared data, and is skipped, visibly, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Marks a test.</summary>
    /// <param name="name">Folder of the shared data.</param>
    public SharedDataFactAttribute(string name)
    {
        Name = name;
        if (SharedData.TryFind(name) is null)
        {
            Skip = $"no shared test data '{name}' (set POLICYSEARCH_TESTDATA)";
        }
    }

    /// <summary>Folder of the shared data.</summary>
    public string Name { get; }
}
