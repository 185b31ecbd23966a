using System.Text;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Queries.Parsing;

/// <summary>Makes the queries of a text field by its analyzer.</summary>
internal sealed class TextAnalysis(FieldDefinition field)
{
    /// <summary>A word: a term, or a phrase where analysis cuts it into several.</summary>
    public Query? Word(string text) => Phrase(text, slop: 0);

    /// <summary>The terms of a text in their places; null where there are none.</summary>
    public Query? Phrase(string text, int slop)
    {
        var (terms, positions) = Analyze(text);
        return terms switch
        {
            [] => null,

            // Texts hold Han and Kana in pairs: one character by itself is found as the first of a pair, or alone.
            [var only] => IsOneCjkCharacter(only) ? new PrefixQuery(field.Name, only) : new TermQuery(field.Name, only),
            _ => new PhraseQuery(field.Name, terms, positions, slop),
        };
    }

    /// <summary>Terms that begin so. Han and Kana that make more than one pair are looked for as a word, since no term is as long.</summary>
    public Query? Prefix(string text)
    {
        var (terms, positions) = Analyze(text);
        if (terms.Count > 1 && EndsInCjk(terms[^1]))
        {
            return new PhraseQuery(field.Name, terms, positions);
        }

        var prefix = Normalize(text);
        return prefix.Length == 0 ? null : new PrefixQuery(field.Name, prefix);
    }

    /// <summary>A term as the analyzer would fold it.</summary>
    public string Normalize(string term) => field.Analyzer!.Normalize(term);

    private (List<string> Terms, List<int> Positions) Analyze(string text)
    {
        List<string> terms = [];
        List<int> positions = [];
        var position = -1;
        var stream = field.Analyzer!.CreateStream();
        stream.Reset(text.AsMemory());
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            terms.Add(stream.Token.Term.ToString());
            positions.Add(Math.Max(position, 0));
        }

        // What was dropped before the first term has no part in the phrase.
        var first = positions.Count == 0 ? 0 : positions[0];
        return (terms, positions.ConvertAll(p => p - first));
    }

    private static bool IsOneCjkCharacter(string term) =>
        Rune.DecodeFromUtf16(term, out var rune, out var length) == System.Buffers.OperationStatus.Done && length == term.Length && IsCjk(rune);

    private static bool EndsInCjk(string term) =>
        Rune.DecodeLastFromUtf16(term, out var rune, out _) == System.Buffers.OperationStatus.Done && IsCjk(rune);

    private static bool IsCjk(Rune rune) => rune.Value is
        0x3005 or 0x3007
        or (>= 0x3041 and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF)
        or (>= 0x3400 and <= 0x4DBF)
        or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}
