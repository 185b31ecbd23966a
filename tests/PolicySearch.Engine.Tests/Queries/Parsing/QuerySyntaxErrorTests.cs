using System.Text;
using PolicySearch.Engine.Queries.Parsing;

namespace PolicySearch.Engine.Tests.Queries.Parsing;

public sealed class QuerySyntaxErrorTests
{
    [Theory]
    [InlineData("a \"b c", 2, "never closed")]
    [InlineData("a (b", 2, "never closed")]
    [InlineData("a) b", 1, "has no '('")]
    [InlineData("()", 1, "before this ')'")]
    [InlineData("a^", 1, "after '^'")]
    [InlineData("a^x", 1, "after '^'")]
    [InlineData("a^-1", 1, "after '^'")]
    [InlineData("^2", 0, "only after a word")]
    [InlineData("a^99999999999999999999999999999999999999999", 1, "after '^'")]
    [InlineData("\"a b\"~x", 5, "whole number")]
    [InlineData("a~2", 1, "only after a \"phrase\"")]
    [InlineData("tag:", 4, "after 'tag:'")]
    [InlineData("tag: AND a", 5, "after 'tag:'")]
    [InlineData(":a", 0, "name of a field")]
    [InlineData("AND", 0, "operator AND")]
    [InlineData("a AND", 5, "query ends")]
    [InlineData("a OR AND b", 5, "operator AND")]
    [InlineData("+", 1, "query ends")]
    [InlineData("a -", 3, "query ends")]
    [InlineData("*", 0, "*:*")]
    [InlineData("*a", 0, "begin with '*'")]
    [InlineData("a*b", 1, "only at the end")]
    [InlineData("a**", 1, "only at the end")]
    [InlineData("[a TO b", 0, "never closed")]
    [InlineData("[a b]", 3, "expected TO")]
    [InlineData("[a TO b c]", 8, "expected ']'")]
    [InlineData("[TO b]", 4, "expected TO")]
    [InlineData("a]", 1, "ends no range")]
    [InlineData("a\\", 1, "last character")]
    [InlineData("\\u00g1", 0, "hexadecimal")]
    [InlineData("size:big", 5, "whole number")]
    [InlineData("size:1*", 5, "use a range")]
    [InlineData("size:[1 TO x]", 5, "whole number")]
    [InlineData("year:[2020 TO 2001]", 5, "lower number first")]
    [InlineData("raw:a", 0, "cannot be searched")]
    public void An_error_says_where_it_is_and_what_was_expected(string text, int position, string expected)
    {
        var error = Assert.Throws<QuerySyntaxException>(() => Parsers.Body.Parse(text));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(position, error.Position);
    }

    [Fact]
    public void An_unknown_field_is_answered_with_those_there_are()
    {
        var error = Assert.Throws<QuerySyntaxException>(() => Parsers.Body.Parse("a http://x"));
        Assert.Equal(2, error.Position);
        Assert.Contains("no field 'http'", error.Message, StringComparison.Ordinal);
        Assert.Contains("body, title, text, tag, size, year;", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_that_is_too_long_too_deep_or_too_wide_is_refused()
    {
        Assert.Contains("or fewer", Message(new string('a', QueryParser.MaxLength + 1)), StringComparison.Ordinal);
        Assert.Contains("deep", Message(new string('(', QueryParser.MaxDepth + 1) + "a"), StringComparison.Ordinal);
        Assert.Contains("clauses", Message(string.Join(' ', Enumerable.Repeat("a1", QueryParser.MaxClauses + 1))), StringComparison.Ordinal);
        Parsers.Body.Parse(new string('(', QueryParser.MaxDepth) + "a1" + new string(')', QueryParser.MaxDepth));
        Parsers.Body.Parse(string.Join(' ', Enumerable.Repeat("a1", QueryParser.MaxClauses)));
    }

    [Fact]
    public void Whatever_is_typed_gives_a_query_or_a_syntax_error()
    {
        const string alphabet = "ab1 \t+-!&|()[]{}:\"*^~?\\/.,0９ANDORTO“”＂（）：　＊\u0301省カーḁ\uD83D\uDE00\0\u200B\uFFFF";
        string[] pieces = ["AND", "OR", "NOT", "tag:", "size:", "year:", "title:(", "[1 TO 2]", "\"a b\"~2", "^2", "*:*", "\\u0041", "TO", "[* TO", "a*", " ", "zzz:"];
        const int seed = 20240511;
        var random = new Random(seed);
        var parsed = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = new StringBuilder();
            for (var left = random.Next(1, 14); left > 0; left--)
            {
                text.Append(random.Next(3) == 0 ? pieces[random.Next(pieces.Length)] : alphabet[random.Next(alphabet.Length)].ToString());
            }

            parsed += Parses(text.ToString(), seed) ? 1 : 0;
        }

        Assert.InRange(parsed, 2_000, 48_000);
    }

    private static bool Parses(string text, int seed)
    {
        try
        {
            Parsers.BodyAndTitle.Parse(text);
            Parsers.Multilingual.Parse(text);
            return true;
        }
        catch (QuerySyntaxException error)
        {
            Assert.True(error.Position >= 0 && error.Position <= text.Length, $"seed {seed}: position {error.Position} in '{text}'");
            return false;
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"seed {seed}: '{text}' threw {error}");
            return false;
        }
    }

    private static string Message(string text) => Assert.Throws<QuerySyntaxException>(() => Parsers.Body.Parse(text)).Message;
}
