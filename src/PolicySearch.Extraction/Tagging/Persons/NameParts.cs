using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>What a word can be in a person's name.</summary>
internal sealed class NameParts(Lexicon lexicon, NameLists lists, SymbolTable symbols)
{
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation | WordClass.Programme;
    private const WordClass Never = Heads | WordClass.Function | WordClass.Connector | WordClass.NotPerson | WordClass.Month | WordClass.Nationality
        | WordClass.Title | WordClass.Cabinet | WordClass.Street;

    private const WordClass Nouns = WordClass.Generic | WordClass.Subject;

    // A word that some rule knows as anything but a name.
    private const WordClass Listed = Never | Nouns | WordClass.NotName | WordClass.Firm | WordClass.Trade | WordClass.Business | WordClass.Unit | WordClass.Numbered
        | WordClass.BodyVerb | WordClass.PersonVerb | WordClass.AnyVerb | WordClass.LaunchVerb | WordClass.Regional | WordClass.OfName | WordClass.Office | WordClass.Quantity;

    private readonly HashSet<int> _shortTitles = [.. new[] { "sen", "rep", "gov", "hon", "lt", "gen", "amb", "cllr" }.Select(word => symbols.Add(word))];
    private readonly HashSet<int> _judges = [.. new[] { "justice", "judge", "captain", "major" }.Select(word => symbols.Add(word))];
    private readonly int _ranking = symbols.Add("ranking");
    private readonly int _member = symbols.Add("member");

    /// <summary>The words that the rules know.</summary>
    public Lexicon Lexicon => lexicon;

    /// <summary>Whether the word is a given name and hardly anything else.</summary>
    public bool IsGiven(Word word) => lexicon.Is(word, WordClass.GivenName) || (lists.Is(word, NameClass.GivenName) && !lexicon.Is(word, Listed));

    /// <summary>Whether the word is a surname and hardly anything else.</summary>
    public bool IsFamily(Word word) => lists.Is(word, NameClass.FamilyName);

    /// <summary>Whether the word is a given name, but perhaps a place or a common word.</summary>
    public bool IsDoubtfulGiven(Word word) => lists.Is(word, NameClass.DoubtfulGivenName);

    /// <summary>Whether the word is a surname that stands before the given name.</summary>
    public bool IsEasternSurname(Word word) => lists.Is(word, NameClass.EasternSurname) || lexicon.Is(word, WordClass.Surname);

    /// <summary>Whether the word is a syllable of an East Asian given name.</summary>
    public bool IsSyllable(Word word) => lists.Is(word, NameClass.EasternSyllable);

    /// <summary>Whether a common word is a syllable behind a surname and before another syllable: "Tan See Leng".</summary>
    public bool IsSyllableAmong(IReadOnlyList<Word> words, int surname, int at) =>
        at + 1 < words.Count && words[at].IsCapital && words[at].End - words[at].Start > 2 && lexicon.Is(words[at], WordClass.Function) && IsEasternSurname(words[surname]) && IsSyllable(words[at])
        && words[at + 1].Before == Gap.Space && IsPart(words[at + 1]) && IsSyllable(words[at + 1]);

    /// <summary>Whether any list has the word as a name.</summary>
    public bool IsKnown(Word word) => IsGiven(word) || IsFamily(word) || IsEasternSurname(word);

    /// <summary>Whether the word may be a part of a name by its looks and by what the rules know of it.</summary>
    public bool IsPart(Word word) =>
        word.IsCapital && !word.IsCjk && !word.IsNumber && (word.Shape & WordShape.AllCapitals) == WordShape.None
        && (!lexicon.Is(word, Never) || IsGiven(word))
        && (!lexicon.Is(word, Nouns) || IsGiven(word) || IsEasternSurname(word));

    /// <summary>Whether the word may be a part of a name and no rule knows it as anything else.</summary>
    public bool IsUnlisted(Word word) => IsPart(word) && !IsInitial(word) && !lexicon.Is(word, Listed);

    /// <summary>Whether the word heads the name of a body, an instrument or a street.</summary>
    public bool IsHead(Word word) => word.IsCapital && lexicon.Is(word, Heads | WordClass.Street);

    /// <summary>Whether a part after a hyphen may belong to a name.</summary>
    public bool MayFollowHyphen(Word word) => !word.IsNumber && !word.IsCjk && !lexicon.Is(word, Heads | WordClass.Cabinet);

    /// <summary>Whether the word, with a full stop behind it, is a title: Sen., Rep.</summary>
    public bool IsShortTitle(Word word) => _shortTitles.Contains(word.Symbol);

    /// <summary>Whether the word is a judge's title, which is also a common word.</summary>
    public bool IsJudge(Word word) => _judges.Contains(word.Symbol);

    /// <summary>Whether the two words are the title of a committee's first member of the opposition.</summary>
    public bool IsRankingMember(Word first, Word second) => first.Symbol == _ranking && second.Symbol == _member;

    /// <summary>Whether the word is a single capital.</summary>
    public static bool IsInitial(Word word) => (word.Shape & WordShape.Initial) != WordShape.None;

    /// <summary>Whether the word is a small part between given name and surname: von, de, bin, Van.</summary>
    public bool IsParticle(Word word) =>
        lexicon.Is(word, WordClass.Particle);
}
