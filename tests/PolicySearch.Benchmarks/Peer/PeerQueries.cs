using System.Text.RegularExpressions;
using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Queries;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>A query of the workload.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Text">As written.</param>
/// <param name="Filter">Its filter as written, or empty.</param>
/// <param name="Terms">Its terms after analysis.</param>
/// <param name="Query">What it means.</param>
internal sealed record PeerQuery(string Class, string Text, string Filter, IReadOnlyList<string> Terms, Query Query);

/// <summary>Reads the workload's queries, <c>class TAB query TAB filter</c> a line, in the way of the other peers.</summary>
internal static partial class PeerQueries
{
    public static List<PeerQuery> Read(string path, int perClass)
    {
        List<PeerQuery> queries = [];
        var had = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var parts in File.ReadLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length >= 2))
        {
            var count = had[parts[0]] = had.GetValueOrDefault(parts[0]) + 1;
            if (count <= perClass)
            {
                queries.Add(Parse(parts[0], parts[1], parts.Length > 2 ? parts[2] : ""));
            }
        }

        return queries;
    }

    private static PeerQuery Parse(string @class, string text, string filter)
    {
        List<string> terms = @class == "prefix" ? [text.Replace("*", "").Replace("\"", "").ToLowerInvariant() + "*"] : Analyze(text);
        var query = Scored(@class, terms);
        if (filter.Length > 0)
        {
            query = new BooleanQuery([new(Occur.Must, query), new(Occur.Filter, Filter(filter))]);
        }

        return new PeerQuery(@class, text, filter, terms, query);
    }

    private static List<string> Analyze(string text)
    {
        List<string> terms = [];
        TokenStream stream = PeerFields.Analyzer.CreateStream();
        stream.Reset(Signs().Replace(text, " ").AsMemory());
        while (stream.MoveNext())
        {
            terms.Add(stream.Token.Term.ToString());
        }

        return terms;
    }

    private static Query Scored(string @class, List<string> terms)
    {
        if (@class == "prefix")
        {
            return new PrefixQuery(PeerFields.Text, terms[0][..^1]);
        }

        if (@class.StartsWith("phrase", StringComparison.Ordinal))
        {
            return new PhraseQuery(PeerFields.Text, terms);
        }

        if (terms.Count == 1)
        {
            return new TermQuery(PeerFields.Text, terms[0]);
        }

        var occur = @class.StartsWith("and", StringComparison.Ordinal) ? Occur.Must : Occur.Should;
        return new BooleanQuery([.. terms.Select(term => new BooleanClause(occur, new TermQuery(PeerFields.Text, term)))]);
    }

    private static Query Filter(string filter)
    {
        if (filter.StartsWith("org=", StringComparison.Ordinal))
        {
            return new TermQuery(PeerFields.Org, filter["org=".Length..]);
        }

        var ends = filter["year=".Length..].Split("..");
        return new NumberRangeQuery(PeerFields.Year, long.Parse(ends[0]), long.Parse(ends[1]));
    }

    [GeneratedRegex("""[+"*]|\b(?:AND|OR)\b""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signs();
}
