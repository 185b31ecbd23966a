namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>Puts the tokens of one query together, by recursive descent; a null query is one of which analysis left nothing.</summary>
internal sealed class QueryGrammar(List<QueryToken> tokens, LeafQueries leaves)
{
    private int _at;
    private int _depth;

    private QueryToken Current => tokens[_at];

    /// <summary>The whole query.</summary>
    public Query Read()
    {
        var query = Group(field: null);
        return Current.Kind == QueryTokenKind.Close
            ? throw Error("this ')' has no '(' before it; remove it, or put \\ before it to look for it")
            : query ?? new MatchNoneQuery();
    }

    /// <summary>Clauses up to the end or a closing parenthesis.</summary>
    private Query? Group(string? field)
    {
        List<BooleanClause> clauses = [];
        var isFirst = true;
        do
        {
            // A clause behind AND makes the one before it required too.
            var required = !isFirst && Conjunction();
            if (required && clauses is [.., { Occur: Occur.Should } last])
            {
                clauses[^1] = last with { Occur = Occur.Must };
            }

            var occur = Modifier();
            if (Clause(field) is { } query)
            {
                clauses.Add(new BooleanClause(occur ?? (required ? Occur.Must : Occur.Should), query));
            }

            isFirst = false;
        }
        while (!Current.EndsGroup);

        return clauses switch
        {
            [] => null,
            [{ Occur: not Occur.MustNot } only] => only.Query,
            _ => new BooleanQuery(clauses),
        };
    }

    /// <summary>Skips AND or OR; true for AND.</summary>
    private bool Conjunction()
    {
        var kind = Current.Kind;
        if (kind is QueryTokenKind.And or QueryTokenKind.Or)
        {
            _at++;
        }

        return kind == QueryTokenKind.And;
    }

    /// <summary>What + - ! NOT before a clause say; null where there is none.</summary>
    private Occur? Modifier()
    {
        switch (Current.Kind)
        {
            case QueryTokenKind.Plus:
                _at++;
                return Occur.Must;
            case QueryTokenKind.Minus or QueryTokenKind.Not:
                _at++;
                return Occur.MustNot;
            default:
                return null;
        }
    }

    private Query? Clause(string? field)
    {
        if (tokens[_at].Kind != QueryTokenKind.End && tokens[_at + 1].Kind == QueryTokenKind.Colon)
        {
            if (Current.Kind == QueryTokenKind.Star)
            {
                return Boosted(Everything());
            }

            field = FieldName();
        }

        return Boosted(Current.Kind == QueryTokenKind.Open ? Parenthesized(field) : Leaf(field));
    }

    private MatchAllQuery Everything()
    {
        _at += 2;
        if (Current.Kind != QueryTokenKind.Star)
        {
            throw Error("expected '*' after '*:'; *:* finds everything");
        }

        _at++;
        return new MatchAllQuery();
    }

    private string FieldName()
    {
        var name = Current;
        if (name.Kind != QueryTokenKind.Word)
        {
            throw new QuerySyntaxException(tokens[_at + 1].Position, "expected the name of a field before ':'; to look for ':' itself put \\ before it");
        }

        leaves.CheckField(name);
        _at += 2;
        return Current.Kind is QueryTokenKind.Open or QueryTokenKind.Word or QueryTokenKind.Prefix or QueryTokenKind.Star or QueryTokenKind.Quoted or QueryTokenKind.Range
            ? name.Text
            : throw Error($"expected a word, \"phrase\", range or group after '{name.Text}:'");
    }

    private Query? Parenthesized(string? field)
    {
        var open = Current;
        if (++_depth > QueryParser.MaxDepth)
        {
            throw Error($"parentheses are nested more than {QueryParser.MaxDepth} deep; use fewer");
        }

        _at++;
        var query = Group(field);
        if (Current.Kind != QueryTokenKind.Close)
        {
            throw new QuerySyntaxException(open.Position, "this '(' is never closed; expected ')'");
        }

        _at++;
        _depth--;
        return query;
    }

    private Query? Leaf(string? field)
    {
        var token = Current;
        switch (token.Kind)
        {
            case QueryTokenKind.Word:
                _at++;
                return leaves.Word(field, token);
            case QueryTokenKind.Prefix:
                _at++;
                return leaves.Prefix(field, token);
            case QueryTokenKind.Range:
                _at++;
                return leaves.Range(field, token);
            case QueryTokenKind.Star when field is not null:
                _at++;
                return leaves.Any(field, token);
            case QueryTokenKind.Quoted:
                _at++;
                return leaves.Phrase(field, token, Slop());
            default:
                throw Error(Expected(token));
        }
    }

    private int Slop()
    {
        if (Current.Kind != QueryTokenKind.Slop)
        {
            return 0;
        }

        var digits = tokens[_at++].Text;
        return digits.Length == 0 ? 0 : int.Parse(digits);
    }

    private Query? Boosted(Query? query)
    {
        if (Current.Kind != QueryTokenKind.Boost)
        {
            return query;
        }

        var boost = tokens[_at++].Number;
        return query is null ? null : new BoostQuery(query, boost);
    }

    private static string Expected(QueryToken token) => token.Kind switch
    {
        QueryTokenKind.End => "the query ends where a word, \"phrase\" or '(' was expected",
        QueryTokenKind.Close => "expected a word, \"phrase\" or '(' before this ')'",
        QueryTokenKind.Star => "'*' alone finds nothing; give the beginning of a word before it, or use *:* for everything",
        QueryTokenKind.Slop => "'~' and a number stand only after a \"phrase\"; to look for '~' itself put \\ before it",
        QueryTokenKind.Boost => "'^' and a number stand only after a word, \"phrase\" or ')'; to look for '^' itself put \\ before it",
        QueryTokenKind.Colon => "expected the name of a field before ':'; to look for ':' itself put \\ before it",
        _ => $"expected a word, \"phrase\" or '(' here, not the operator {token.Text}; to look for it put it in quotes",
    };

    private QuerySyntaxException Error(string message) => new(Current.Position, message);
}
