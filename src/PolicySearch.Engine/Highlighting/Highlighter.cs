using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Highlighting;

/// <summary>Finds the words of a query in a text by analysing it again.</summary>
public static class Highlighter
{
    /// <summary>The places in <paramref name="text"/> that the query's terms, prefixes and phrases match, sorted, not overlapping, adjacent ones kept apart.</summary>
    /// <remarks>The words of a phrase are marked only where the phrase matches. Matches that overlap, as pairs of Han and kana do, become one.</remarks>
    /// <param name="query">The query; clauses that must not match and filters give nothing; a term highlights whatever its field among <paramref name="fields"/>.</param>
    /// <param name="schema">For the analyzers.</param>
    /// <param name="fields">Text fields whose terms to look for.</param>
    /// <param name="text">The text as shown.</param>
    public static IReadOnlyList<(int Start, int End)> Highlight(Query query, IndexSchema schema, IReadOnlyList<string> fields, string text)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(text);

        var spans = new List<(int Start, int End)>();
        foreach (var (analyzer, names) in ByAnalyzer(schema, fields))
        {
            var wanted = WantedTerms.Of(query, names);
            if (!wanted.IsEmpty)
            {
                Find(analyzer, wanted, text, spans);
            }
        }

        return Merge(spans);
    }

    /// <summary>The fields that share an analyzer are looked for together.</summary>
    private static Dictionary<Analyzer, HashSet<string>> ByAnalyzer(IndexSchema schema, IReadOnlyList<string> fields)
    {
        var byAnalyzer = new Dictionary<Analyzer, HashSet<string>>();
        foreach (var name in fields)
        {
            var analyzer = (schema.Find(name) ?? throw new ArgumentException($"the schema has no field '{name}'", nameof(fields))).Analyzer
                ?? throw new ArgumentException($"field '{name}' is not a text field; name text fields only", nameof(fields));
            if (!byAnalyzer.TryGetValue(analyzer, out var names))
            {
                byAnalyzer.Add(analyzer, names = new HashSet<string>(StringComparer.Ordinal));
            }

            names.Add(name);
        }

        return byAnalyzer;
    }

    private static void Find(Analyzer analyzer, WantedTerms wanted, string text, List<(int Start, int End)> spans)
    {
        var occurrences = new Dictionary<string, List<Occurrence>>(StringComparer.Ordinal);
        var stream = analyzer.CreateStream();
        stream.Reset(text.AsMemory());
        for (var position = -1; stream.MoveNext();)
        {
            var token = stream.Token;
            position += token.PositionIncrement;
            if (wanted.MatchesAlone(token.Term))
            {
                spans.Add((token.StartOffset, token.EndOffset));
            }

            if (wanted.FindPhraseTerm(token.Term) is { } term)
            {
                Add(occurrences, term, new Occurrence(position, token.StartOffset, token.EndOffset));
            }
        }

        foreach (var phrase in wanted.Phrases)
        {
            PhraseMatches.AddSpans(phrase, occurrences, spans);
        }
    }

    private static void Add(Dictionary<string, List<Occurrence>> occurrences, string term, Occurrence occurrence)
    {
        if (!occurrences.TryGetValue(term, out var list))
        {
            occurrences.Add(term, list = []);
        }

        list.Add(occurrence);
    }

    private static List<(int Start, int End)> Merge(List<(int Start, int End)> spans)
    {
        spans.Sort();
        var merged = new List<(int Start, int End)>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, span.End));
            }
            else if (span.End > span.Start)
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
