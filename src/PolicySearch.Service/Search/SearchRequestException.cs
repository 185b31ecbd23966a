namespace PolicySearch.Service.Search;

/// <summary>A request that cannot be answered because it is wrong.</summary>
/// <param name="parameter">The option's name (<c>limit</c>, <c>q</c>, <c>year</c>).</param>
/// <param name="message">What is wrong and what would be right.</param>
public sealed class SearchRequestException(string parameter, string message) : Exception(message)
{
    /// <summary>The option's name.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>For a query that cannot be read, the UTF-16 code unit at fault; else null.</summary>
    public int? Position { get; init; }
}
