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
        switch (terms.Count)
        {
            case 0:
                return null;
            case 1:
                return Cjk.IsOneCharacter(terms[0]) ? Character(terms[0]) : new TermQuery(field.Name, terms[0]);
        }

        // In "2001年" the last character is alone, but in a text it may make a pair with what follows ("2001年に").
        var from = Cjk.IsOneCharacter(terms[0]) && !Cjk.Begins(terms[1]) ? 1 : 0;
        var to = Cjk.IsOneCharacter(terms[^1]) && !Cjk.Ends(terms[^2]) ? terms.Count - 1 : terms.Count;
        if (to - from == terms.Count)
        {
            return new PhraseQuery(field.Name, terms, positions, slop);
        }

        var core = new PhraseQuery(field.Name, terms[from..to], positions[from..to], slop);
        List<Query> parts = [to - from == 1 ? new TermQuery(field.Name, core.Terms[0]) : core];
        parts.AddRange(terms[..from].Concat(terms[to..]).Select(Character));
        return new BooleanQuery([.. parts.Select(part => new BooleanClause(Occur.Must, part))]);
    }

    /// <summary>Terms that begin so. Han and Kana that make more than one pair are looked for as a word, since no term is as long.</summary>
    public Query? Prefix(string text)
    {
        var (terms, positions) = Analyze(text);
        if (terms.Count > 1 && Cjk.Ends(terms[^1]))
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

    /// <summary>Texts hold Han and Kana in pairs, so one character is found as the first or second of a pair, or alone.</summary>
    private ConstantScoreQuery Character(string character) => new(new BooleanQuery(
    [
        new(Occur.Should, new PrefixQuery(field.Name, character)),
        new(Occur.Should, new SuffixQuery(field.Name, character)),
    ]));
}
