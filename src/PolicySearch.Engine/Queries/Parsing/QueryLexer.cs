using System.Globalization;
using System.Text;

namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>Cuts a query into tokens.</summary>
internal sealed class QueryLexer
{
    private readonly string _text;
    private int _at;
    private int _quoteEnd = -1;

    private QueryLexer(string text) => _text = text;

    /// <summary>The tokens, the last being <see cref="QueryTokenKind.End"/>.</summary>
    /// <exception cref="QuerySyntaxException">A quote or range is left open, or a number or escape is badly formed.</exception>
    public static List<QueryToken> Tokenize(string text)
    {
        var lexer = new QueryLexer(text);
        List<QueryToken> tokens = [];
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != QueryTokenKind.End);

        return tokens;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool AtEnd => _at >= _text.Length;

    /// <summary>The token here; positioned after it then.</summary>
    private QueryToken Next()
    {
        SkipSpace();
        if (AtEnd)
        {
            return new QueryToken(QueryTokenKind.End, _at, "");
        }

        // Full-width tildes stand in running text ("2001～2005"), so only one after a closing quote is an operator.
        if (Current == '～' && _at == _quoteEnd)
        {
            return Slop();
        }

        return QueryCharacters.Operator(Current) switch
        {
            '(' => Sign(QueryTokenKind.Open),
            ')' => Sign(QueryTokenKind.Close),
            ':' => Sign(QueryTokenKind.Colon),
            '+' => Sign(QueryTokenKind.Plus),
            '-' => Sign(QueryTokenKind.Minus),
            '!' => Sign(QueryTokenKind.Not),
            '*' => Star(),
            '"' => Quoted(),
            '[' or '{' => Range(),
            '^' => Boost(),
            '~' => Slop(),
            ']' or '}' => throw Error(_at, $"'{Current}' ends no range; a range is written [A TO B]; to look for the sign itself put \\ before it"),
            _ => Word(),
        };
    }

    private void SkipSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Current))
        {
            _at++;
        }
    }

    private QueryToken Sign(QueryTokenKind kind) => new(kind, _at, _text[_at++].ToString());

    private QueryToken Star()
    {
        var star = Sign(QueryTokenKind.Star);
        return AtEnd || (QueryCharacters.EndsWord(Current) && QueryCharacters.Operator(Current) != '*')
            ? star
            : throw Error(star.Position, "a word cannot begin with '*'; give its beginning and put '*' at the end, or put \\ before '*' to look for it");
    }

    private QueryToken Word()
    {
        var start = _at;
        var word = new StringBuilder();
        while (!AtEnd && !QueryCharacters.EndsWord(Current))
        {
            word.Append(QueryCharacters.Operator(Current) == '\\' ? Escaped() : _text[_at++]);
        }

        if (!AtEnd && QueryCharacters.Operator(Current) == '*')
        {
            return Prefix(start, word.ToString());
        }

        var written = _text[start.._at];
        var kind = QueryCharacters.Ascii(written) switch
        {
            "AND" or "&&" => QueryTokenKind.And,
            "OR" or "||" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            _ => QueryTokenKind.Word,
        };
        return new QueryToken(kind, start, kind == QueryTokenKind.Word ? word.ToString() : written);
    }

    private QueryToken Prefix(int start, string prefix)
    {
        var star = _at++;
        return AtEnd || (QueryCharacters.EndsWord(Current) && QueryCharacters.Operator(Current) != '*')
            ? new QueryToken(QueryTokenKind.Prefix, start, prefix)
            : throw Error(star, "'*' stands only at the end of a word; put \\ before it to look for it");
    }

    private QueryToken Quoted()
    {
        var start = _at++;
        var content = new StringBuilder();
        while (!AtEnd && QueryCharacters.Operator(Current) != '"')
        {
            content.Append(QueryCharacters.Operator(Current) == '\\' ? Escaped() : _text[_at++]);
        }

        if (AtEnd)
        {
            throw Error(start, "this quote is never closed; expected a second '\"'");
        }

        _quoteEnd = ++_at;
        return new QueryToken(QueryTokenKind.Quoted, start, content.ToString());
    }

    /// <summary>The character that a backslash protects, or that \uXXXX names.</summary>
    private char Escaped()
    {
        var start = _at++;
        if (AtEnd)
        {
            throw Error(start, "'\\' is the last character; expected the character that it protects, or '\\\\' for itself");
        }

        if (Current != 'u')
        {
            return _text[_at++];
        }

        _at++;
        if (_at + 4 <= _text.Length
            && ushort.TryParse(_text.AsSpan(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _at += 4;
            return (char)code;
        }

        throw Error(start, "'\\u' needs four hexadecimal digits, as in \\u00e9");
    }

    private QueryToken Range()
    {
        var start = _at;
        var includeFrom = QueryCharacters.Operator(_text[_at++]) == '[';
        var from = RangeEnd(start);
        SkipSpace();
        var to = _at;
        if (RangeWord() != "TO")
        {
            throw Error(to, "expected TO between the ends of a range, as in [A TO B]");
        }

        var upper = RangeEnd(start);
        SkipSpace();
        if (AtEnd)
        {
            throw Error(start, "this range is never closed; expected ']' (with its end) or '}' (without)");
        }

        var close = QueryCharacters.Operator(Current);
        if (close is not (']' or '}'))
        {
            throw Error(_at, "expected ']' or '}' after the second end of a range; put ends of several words in quotes");
        }

        _at++;
        return new QueryToken(QueryTokenKind.Range, start, _text[start.._at]) { Range = new QueryRange(from, upper, includeFrom, close == ']') };
    }

    /// <summary>An end of a range; null for the open one, <c>*</c>.</summary>
    private string? RangeEnd(int start)
    {
        SkipSpace();
        if (AtEnd)
        {
            throw Error(start, "this range is never closed; expected [A TO B], with * for an open end");
        }

        if (QueryCharacters.Operator(Current) == '"')
        {
            return Quoted().Text;
        }

        var at = _at;
        var end = RangeWord();
        return end.Length == 0 ? throw Error(at, "expected an end of the range, or * for an open one")
            : end is "*" or "＊" && _text[at] != '\\' ? null
            : end;
    }

    private string RangeWord()
    {
        var word = new StringBuilder();
        while (!AtEnd && !char.IsWhiteSpace(Current) && QueryCharacters.Operator(Current) is not (']' or '}' or '"'))
        {
            word.Append(QueryCharacters.Operator(Current) == '\\' ? Escaped() : _text[_at++]);
        }

        return word.ToString();
    }

    private QueryToken Boost()
    {
        var start = _at++;
        var digits = Number(allowFraction: true);
        return float.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var boost) && float.IsFinite(boost)
            ? new QueryToken(QueryTokenKind.Boost, start, _text[start.._at]) { Number = boost }
            : throw Error(start, "expected a number of 0 or more after '^', as in word^2.5; to look for '^' itself put \\ before it");
    }

    private QueryToken Slop()
    {
        var start = _at++;
        var digits = Number(allowFraction: false);
        return digits.Length == 0 || int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new QueryToken(QueryTokenKind.Slop, start, digits)
            : throw Error(start, "expected a whole number after '~', as in \"two words\"~3");
    }

    /// <summary>The digits here in ASCII; whatever else stands there up to the word's end makes them no number.</summary>
    private string Number(bool allowFraction)
    {
        var start = _at;
        while (!AtEnd && !QueryCharacters.EndsWord(Current))
        {
            _at++;
        }

        var written = QueryCharacters.Ascii(_text[start.._at]);
        var plain = written.All(c => char.IsAsciiDigit(c) || (allowFraction && c == '.'));
        return plain ? written : "?";
    }

    private static QuerySyntaxException Error(int position, string message) => new(position, message);
}
