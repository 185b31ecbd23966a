using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Authority.Validation;

/// <summary>Names that would be found where nobody means them: common words, single letters.</summary>
internal sealed class PlainNames
{
    private const WordClass Common = WordClass.Function | WordClass.Connector | WordClass.Generic | WordClass.Subject
        | WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme | WordClass.Month | WordClass.Title;

    private readonly Lexicon _lexicon;
    private readonly WordReader _reader;

    /// <summary>Rules with the words that the tagger's rules know.</summary>
    /// <param name="words">Content of the file of words.</param>
    public PlainNames(string words)
    {
        var symbols = new SymbolTable();
        _lexicon = Lexicon.Read(words, symbols);
        _reader = new WordReader(symbols);
    }

    /// <summary>The faults.</summary>
    public IEnumerable<AuthorityFault> Check(IReadOnlyList<AuthorityEntry> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Type is not null))
        {
            foreach (var name in entry.Names.Append(AuthorityEntry.WithoutBracket(entry.Id)).Except(entry.Short))
            {
                if (AuthorityIndex.Key(name).Length < 2)
                {
                    yield return new AuthorityFault(entry.Origin, $"the name '{name}' of {entry.Id} is too short to be told from other text");
                }
                else if (IsCommon(name))
                {
                    yield return new AuthorityFault(entry.Origin, $"the name '{name}' of {entry.Id} is a common word; give a longer one, or put it under 'short', which is matched letter for letter");
                }
            }

            foreach (var name in entry.Short.Where(IsOrdinary))
            {
                yield return new AuthorityFault(entry.Origin, $"the short form '{name}' of {entry.Id} is a common word with a capital; leave it out");
            }
        }
    }

    // A single word that heads or fills the names of many things; of two words the tagger asks for two capitals.
    private bool IsCommon(string name) =>
        _reader.Read(name, 0, name.Length) is [{ IsCjk: false } word] && !word.Shape.HasFlag(WordShape.AllCapitals) && _lexicon.Is(word, Common);

    // "It", "Make", "Who": what begins sentences.
    private bool IsOrdinary(string name) =>
        _reader.Read(name, 0, name.Length) is [var word] && !word.Shape.HasFlag(WordShape.AllCapitals) && _lexicon.Is(word, WordClass.Function | WordClass.Connector);
}
