using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Testing.Reference;

/// <summary>A term at a place of a document's field.</summary>
public readonly record struct Occurrence(string Term, int Position);

/// <summary>A document as the naive searcher sees it: analysed, in dictionaries.</summary>
public sealed class ReferenceDocument
{
    /// <summary>Analyses a document.</summary>
    /// <param name="schema">Its fields.</param>
    /// <param name="source">Its values.</param>
    /// <param name="segment">Where the engine keeps it.</param>
    /// <param name="doc">Its number there.</param>
    /// <param name="isLive">Whether it is not deleted; deleted ones count in statistics.</param>
    public ReferenceDocument(IndexSchema schema, IndexDocument source, int segment, int doc, bool isLive = true)
    {
        (Segment, Doc, IsLive) = (segment, doc, isLive);
        foreach (var byField in source.Texts.GroupBy(t => t.Field))
        {
            var definition = schema.Find(byField.Key)!;
            if (definition.Kind == FieldKind.Keyword)
            {
                Keywords[byField.Key] = byField.Select(t => t.Text.ToString()).ToHashSet();
            }
            else
            {
                Analyze(definition, byField.Select(t => t.Text));
            }
        }

        foreach (var (field, number) in source.Numbers)
        {
            Numbers[field] = number;
        }

        foreach (var byField in source.Intervals.GroupBy(i => i.Field))
        {
            Intervals[byField.Key] = [.. byField.Select(i => i.Interval)];
        }
    }

    public int Segment { get; }

    public int Doc { get; }

    public bool IsLive { get; }

    public Dictionary<string, List<Occurrence>> Texts { get; } = [];

    /// <summary>Tokens of a text field that do not stand at the place of the one before.</summary>
    public Dictionary<string, int> Lengths { get; } = [];

    public Dictionary<string, HashSet<string>> Keywords { get; } = [];

    public Dictionary<string, long> Numbers { get; } = [];

    public Dictionary<string, List<Interval>> Intervals { get; } = [];

    /// <summary>All terms of a text or keyword field, with repetitions.</summary>
    public IEnumerable<string> Terms(string field) =>
        Texts.TryGetValue(field, out var occurrences) ? occurrences.Select(o => o.Term)
        : Keywords.TryGetValue(field, out var values) ? values
        : [];

    public int[] Positions(string field, string term) =>
        Texts.TryGetValue(field, out var occurrences) ? [.. occurrences.Where(o => o.Term == term).Select(o => o.Position)] : [];

    private void Analyze(FieldDefinition field, IEnumerable<ReadOnlyMemory<char>> values)
    {
        var stream = field.Analyzer!.CreateStream();
        List<Occurrence> occurrences = [];
        var position = -1;
        var length = 0;
        var isFirst = true;
        foreach (var value in values)
        {
            position += isFirst ? 0 : field.Analyzer.PositionIncrementGap;
            isFirst = false;
            stream.Reset(value);
            while (stream.MoveNext())
            {
                position += stream.Token.PositionIncrement;
                length += stream.Token.PositionIncrement > 0 ? 1 : 0;
                occurrences.Add(new Occurrence(stream.Token.Term.ToString(), Math.Max(position, 0)));
            }
        }

        if (occurrences.Count > 0)
        {
            Texts[field.Name] = occurrences;
            Lengths[field.Name] = length;
        }
    }
}
