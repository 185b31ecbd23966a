using System.Globalization;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>Makes the queries for words, phrases, prefixes and ranges, by the kind of the field; null where analysis leaves nothing.</summary>
internal sealed class LeafQueries(IndexSchema schema, IReadOnlyList<DefaultField> defaultFields)
{
    private int _count;

    /// <summary>Throws where there is no such field, or it cannot be searched.</summary>
    public void CheckField(in QueryToken name)
    {
        var kind = schema.Find(name.Text)?.Kind;
        if (kind is null or FieldKind.Stored)
        {
            var known = string.Join(", ", schema.Fields.Where(f => f.Kind != FieldKind.Stored).Select(f => f.Name));
            var problem = kind is null ? $"there is no field '{name.Text}'" : $"the field '{name.Text}' is stored only and cannot be searched";
            throw new QuerySyntaxException(name.Position, $"{problem}; expected one of: {known}; to look for ':' itself put \\ before it");
        }
    }

    public Query? Word(string? field, QueryToken token) => InFields(field, token, f => f.Kind switch
    {
        FieldKind.Text => new TextAnalysis(f).Word(token.Text),
        FieldKind.Keyword => new TermQuery(f.Name, token.Text),
        _ => Numbers(f, Number(token.Text, token), Number(token.Text, token)),
    });

    public Query? Phrase(string? field, QueryToken token, int slop) => InFields(field, token, f => f.Kind switch
    {
        FieldKind.Text => new TextAnalysis(f).Phrase(token.Text, slop),
        FieldKind.Keyword => new TermQuery(f.Name, token.Text),
        _ => Numbers(f, Number(token.Text, token), Number(token.Text, token)),
    });

    public Query? Prefix(string? field, QueryToken token) => InFields(field, token, f => f.Kind switch
    {
        FieldKind.Text => new TextAnalysis(f).Prefix(token.Text),
        FieldKind.Keyword => new PrefixQuery(f.Name, token.Text),
        _ => throw new QuerySyntaxException(token.Position, $"the field '{f.Name}' holds numbers, which have no prefix; use a range, as in {f.Name}:[2001 TO 2005]"),
    });

    /// <summary>Documents that have the field at all.</summary>
    public Query? Any(string field, QueryToken token) => InFields(field, token, f => f.Kind switch
    {
        FieldKind.Text or FieldKind.Keyword => new TermRangeQuery(f.Name, From: null, To: null),
        _ => Numbers(f, long.MinValue, long.MaxValue),
    });

    public Query? Range(string? field, QueryToken token) => InFields(field, token, f => f.Kind switch
    {
        FieldKind.Text => TermRange(f.Name, token.Range!, new TextAnalysis(f).Normalize),
        FieldKind.Keyword => TermRange(f.Name, token.Range!, end => end),
        _ => NumberRange(f, token),
    });

    /// <summary>The query in the field named, or in any of the default fields by their weights.</summary>
    private Query? InFields(string? field, in QueryToken token, Func<FieldDefinition, Query?> create)
    {
        if (field is not null)
        {
            return Counted(create(schema.Find(field)!), token);
        }

        List<Query> queries = [];
        foreach (var place in defaultFields)
        {
            if (Counted(create(schema.Find(place.Name)!), token) is { } query)
            {
                queries.Add(place.Boost == 1 ? query : new BoostQuery(query, place.Boost));
            }
        }

        return queries switch
        {
            [] => null,
            [var only] => only,
            _ => new BooleanQuery([.. queries.Select(query => new BooleanClause(Occur.Should, query))]),
        };
    }

    private Query? Counted(Query? query, in QueryToken token)
    {
        if (query is not null && ++_count > QueryParser.MaxClauses)
        {
            throw new QuerySyntaxException(token.Position, $"the query has more than {QueryParser.MaxClauses} clauses (each word counts once for each field); use fewer words");
        }

        return query;
    }

    private static TermRangeQuery TermRange(string field, QueryRange range, Func<string, string> normalize) => new(
        field,
        range.From is null ? null : normalize(range.From),
        range.To is null ? null : normalize(range.To),
        range.IncludeFrom,
        range.IncludeTo);

    private static Query NumberRange(FieldDefinition field, QueryToken token)
    {
        var range = token.Range!;
        var from = range.From is null ? long.MinValue : Number(range.From, token);
        var to = range.To is null ? long.MaxValue : Number(range.To, token);
        if (from > to)
        {
            throw new QuerySyntaxException(token.Position, $"the range runs from {from} down to {to}; expected the lower number first");
        }

        var leavesOutFrom = range.From is not null && !range.IncludeFrom;
        var leavesOutTo = range.To is not null && !range.IncludeTo;
        if ((leavesOutFrom && from == long.MaxValue) || (leavesOutTo && to == long.MinValue))
        {
            return new MatchNoneQuery();
        }

        return Numbers(field, leavesOutFrom ? from + 1 : from, leavesOutTo ? to - 1 : to);
    }

    private static Query Numbers(FieldDefinition field, long from, long to) => field.Kind == FieldKind.Number
        ? new NumberRangeQuery(field.Name, from, to)
        : new IntervalOverlapQuery(field.Name, from, to);

    private static long Number(string text, in QueryToken token) =>
        long.TryParse(QueryCharacters.Ascii(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new QuerySyntaxException(token.Position, $"expected a whole number, not '{text}'; as in field:2001 or field:[2001 TO 2005]");
}
