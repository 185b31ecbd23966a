using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>A field that words without <c>field:</c> are looked for in, with its weight.</summary>
/// <param name="Name">A text or keyword field of the schema.</param>
/// <param name="Boost">Factor on its scores; finite, 0 or more.</param>
public sealed record DefaultField(string Name, float Boost = 1)
{
    /// <summary>Factor on its scores; finite, 0 or more.</summary>
    public float Boost { get; init; } = QueryArguments.Boost(Boost);
}

/// <summary>
/// Reads Lucene's classic syntax: words, <c>"phrases"~2</c>, <c>AND OR NOT &amp;&amp; || ! + -</c>, parentheses, <c>field:word</c>,
/// <c>field:(group)</c>, <c>prefix*</c>, <c>[A TO B]</c>, <c>{A TO B}</c>, <c>word^2.5</c>, escapes with a backslash, <c>*:*</c>.
/// Safe for use by many threads.
/// </summary>
/// <remarks>
/// <para>As in Lucene's classic parser, words without an operator between them are or-ed; AND makes both its neighbours required, NOT and - forbid,
/// and OR adds nothing. Words that analysis drops, stop words for one, vanish. <c>field:*</c> finds documents that have the field.</para>
/// <para>Unlike it: a word that analysis cuts into several terms ("R&amp;D", a Japanese compound) is a phrase of them; one Han or Kana
/// character by itself looks for all terms that begin or end with it, as texts hold pairs of such characters, and where it begins or ends a
/// word of other characters ("2001年") it has to stand somewhere in the document; full-width signs and
/// typographic quotes work as their ASCII forms; '?' and '/' are ordinary characters; wildcards inside a word, fuzzy words and
/// regular expressions are not understood.</para>
/// </remarks>
public sealed class QueryParser
{
    /// <summary>Longest query, in UTF-16 code units.</summary>
    public const int MaxLength = 16_384;

    /// <summary>Most words, phrases and ranges, counted once for each field in which they are looked for.</summary>
    public const int MaxClauses = 1024;

    /// <summary>Deepest nesting of parentheses.</summary>
    public const int MaxDepth = 64;

    /// <summary>Creates a parser.</summary>
    /// <exception cref="ArgumentException">No default field is given, or one is not a text or keyword field of the schema.</exception>
    public QueryParser(IndexSchema schema, params IReadOnlyList<DefaultField> defaultFields)
    {
        ArgumentNullException.ThrowIfNull(schema);
        DefaultFields = QueryArguments.Copy(defaultFields);
        Schema = schema;
        if (DefaultFields.Count == 0)
        {
            throw new ArgumentException("name at least one field in which words are looked for", nameof(defaultFields));
        }

        foreach (var field in DefaultFields)
        {
            if (schema.Find(field.Name) is not { Kind: FieldKind.Text or FieldKind.Keyword })
            {
                throw new ArgumentException($"'{field.Name}' is not a text or keyword field of the schema", nameof(defaultFields));
            }
        }
    }

    /// <summary>The schema whose analyzers are used.</summary>
    public IndexSchema Schema { get; }

    /// <summary>Where words without a field are looked for.</summary>
    public IReadOnlyList<DefaultField> DefaultFields { get; }

    /// <summary>Reads a query. An empty one gives <see cref="MatchAllQuery"/>; one of which analysis leaves nothing, <see cref="MatchNoneQuery"/>.</summary>
    /// <exception cref="QuerySyntaxException">Names position and what was expected.</exception>
    public Query Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MaxLength)
        {
            throw new QuerySyntaxException(MaxLength, $"the query has {text.Length} characters; use {MaxLength} or fewer");
        }

        var tokens = QueryLexer.Tokenize(text);
        return tokens.Count == 1 ? new MatchAllQuery() : new QueryGrammar(tokens, new LeafQueries(Schema, DefaultFields)).Read();
    }
}
