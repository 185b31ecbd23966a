using System.Globalization;
using System.Text;
using PolicySearch.Engine.Analysis;

namespace PolicySearch.Engine.Tests.Analysis;

/// <summary>Shows what a stream gives, in forms that tests can compare.</summary>
internal static class Tokens
{
    public sealed record Snapshot(string Term, int Start, int End, int Increment, TokenKind Kind);

    public static List<Snapshot> Of(TokenStream stream, string text)
    {
        stream.Reset(text.AsMemory());
        var tokens = new List<Snapshot>();
        while (stream.MoveNext())
        {
            var token = stream.Token;
            tokens.Add(new Snapshot(
                token.Term.ToString(), token.StartOffset, token.EndOffset, token.PositionIncrement, token.Kind));
        }

        return tokens;
    }

    /// <summary>The terms with a space between, and <c>_</c> for every position left free.</summary>
    public static string Line(TokenStream stream, string text)
    {
        var line = new StringBuilder();
        foreach (var token in Of(stream, text))
        {
            line.Append(line.Length > 0 ? " " : "");
            for (var gap = 1; gap < token.Increment; gap++)
            {
                line.Append("_ ");
            }

            line.Append(token.Term);
        }

        return line.ToString();
    }

    /// <summary>Term, offsets, increment and kind, parted by tabs, as the Lucene dump in <c>Data</c> has them.</summary>
    public static string Row(Snapshot token) => string.Create(
        CultureInfo.InvariantCulture, $"{token.Term}\t{token.Start}\t{token.End}\t{token.Increment}\t{Name(token.Kind)}");

    private static string Name(TokenKind kind) => kind switch
    {
        TokenKind.AlphaNumeric => "<ALPHANUM>",
        TokenKind.Number => "<NUM>",
        TokenKind.SoutheastAsian => "<SOUTHEAST_ASIAN>",
        _ => $"<{kind.ToString().ToUpperInvariant()}>",
    };
}
