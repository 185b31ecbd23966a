using Xunit;

namespace PolicySearch.Testing;

/// <summary>A theory that needs shared data, and is skipped, visibly, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <summary>Marks a test.</summary>
    /// <param name="name">Folder of the shared data.</param>
    public SharedDataTheoryAttribute(string name)
    {
        Name = name;
        Skip = new SharedDataFactAttribute(name).Skip;
    }

    /// <summary>Folder of the shared data.</summary>
    public string Name { get; }
}
