using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Highlighting;

/// <summary>Finds the words of a query in a text by analysing it again.</summary>
public static class Highlighter
{
    /// <summary>The places in <paramref name="text"/> that the query's terms, prefixes and phrases match, sorted, not overlapping, adjacent ones kept apart.</summary>
    /// <param name="query">The query; clauses that must not match and filters give nothing; a term highlights whatever its field among <paramref name="fields"/>.</param>
    /// <param name="schema">For the analyzers.</param>
    /// <param name="fields">Text fields whose terms to look for.</param>
    /// <param name="text">The text as shown.</param>
    public static IReadOnlyList<(int Start, int End)> Highlight(Query query, IndexSchema schema, IReadOnlyList<string> fields, string text) =>
        throw new NotImplementedException();
}
