using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Weighs the words around a proper name: "chief executive of X", "X, a maker of", "under the X", "X's plant".</summary>
internal sealed class NameEvidence(Lexicon lexicon)
{
    private const int Weak = 1;
    private const int Fair = 2;
    private const int Strong = 3;
    private const int Reach = 6;
    private static readonly string[] PlaceEndings =
        ["ville", "burg", "burgh", "borough", "heim", "stadt", "dorf", "shire", "bridge", "mouth", "pur", "nagar", "abad", "palli", "cheon", "ingen", "hausen", "bury"];

    private const Gap Plain = Gap.Space | Gap.Line | Gap.Quote;

    /// <summary>Adds to <paramref name="tally"/> what one occurrence shows.</summary>
    public void Weigh(TaggingContext context, ProperName name, WordOwners owners, NameTally tally)
    {
        var words = name.Block.Words;
        WeighPlace(context, name, owners, tally);

        WeighForm(context, name, owners, tally);
        var isArticle = name.First > 0 && (words[name.First].Before & ~Plain) == Gap.None && context.TextOf(words[name.First - 1]) is "the" or "The";
        var before = name.First - (isArticle ? 2 : 1);
        if (before >= 0 && (words[before + 1].Before & ~Plain) == Gap.None)
        {
            WeighBefore(context, name, owners, before, isArticle, tally);
        }

        if (isArticle && name.Last > name.First)
        {
            tally.Programme += Fair;
        }

        if ((words[name.First].Before & Gap.Quote) != Gap.None && name.Last + 1 < words.Count && (words[name.Last + 1].Before & Gap.Quote) != Gap.None)
        {
            tally.Programme += Weak;
        }

        if (name.First == name.Last && (words[name.First].Shape & WordShape.AllCapitals) == WordShape.None && IsAside(words, name.First))
        {
            tally.Other += Fair;
        }

        if (!IsSeated(context, name, owners))
        {
            WeighNeighbour(context, name.Block, owners, name.First, name.First - 1, tally);
        }

        if (name.Last + 1 < words.Count)
        {
            WeighAfter(context, name, owners, isArticle, tally);
        }
    }

    // Where it stands. The second word's capital is its own even at a sentence's start.
    private static void WeighPlace(TaggingContext context, ProperName name, WordOwners owners, NameTally tally)
    {
        var block = name.Block;
        if (block.Kind == BlockKind.Footnote || !Position.IsText(block))
        {
            return;
        }

        var isWhole = name.First == 0 && name.Last == block.Words.Count - 1 && block.Words[name.Last].Before == Gap.Space;
        if (Position.IsInsideSentence(block, name.First) || (name.Last > name.First && block.Kind != BlockKind.TableCell) || (IsShort(name) && name.Text.Length > 2))
        {
            // Capitals throughout are the word's own anywhere.
            tally.Inside++;
        }
        else if (name.Last > name.First && isWhole && block.ColumnHeading is null)
        {
            tally.Organisation += Fair;
        }

        // "• Acme Pumps: 200 jobs"
        if (block.Kind == BlockKind.ListItem && name.First == 0 && !isWhole && name.Last > name.First
            && (block.Words[name.Last + 1].Before & (Gap.Comma | Gap.Other | Gap.Open | Gap.Dash)) != Gap.None && context.Text[block.Words[name.Last].End] != '.')
        {
            tally.Organisation += Weak;
        }

        // "• Acme Pumps, Leeds": a body and its seat.
        if (block.Kind == BlockKind.ListItem && name.First == 0 && !isWhole && block.Words[name.Last + 1].Before == (Gap.Comma | Gap.Space)
            && owners[block, name.Last + 1] is { Type: MentionType.Place })
        {
            tally.Organisation += Fair;
        }
    }

    private void WeighForm(TaggingContext context, ProperName name, WordOwners owners, NameTally tally)
    {
        var words = name.Block.Words;
        var isPlain = true;
        for (var i = name.First; i <= name.Last; i++)
        {
            var isJoined = i > name.First && (words[i].Before & Gap.Ampersand) != Gap.None;
            if (isJoined || HasInnerCapital(context.TextOf(words[i])))
            {
                tally.Organisation += Fair;
            }

            isPlain &= !isJoined && lexicon.Of(words[i]) is WordClass.None or WordClass.Surname && (words[i].Shape & WordShape.AllCapitals) == WordShape.None && owners[name.Block, i] is null;
            tally.Programme += !words[i].IsCapital ? Weak : 0;
        }

        var first = lexicon.Of(words[name.First]);
        var length = name.Last - name.First;
        if (length > 0 && lexicon.Is(words[name.Last], WordClass.Trade))
        {
            tally.Organisation += Strong;
        }
        else if (length > 0 && context.TextOf(words[name.Last]) is "Cluster" or "Corridor")
        {
            tally.Organisation += Fair;
        }
        else if (length is 1 or 2 && ((first & (WordClass.GivenName | WordClass.Surname)) != WordClass.None || isPlain))
        {
            // Two words that no list knows are as often a person's.
            tally.Other += (first & WordClass.GivenName) != WordClass.None ? Strong : Fair;
        }
        else if (length == 0 && HasEndingOfPlace(context.TextOf(words[name.First])))
        {
            tally.AddPlace(Fair);
        }

        if (length >= 2 && IsNumeral(context.TextOf(words[name.First])) && context.TextOf(words[name.Last])[^1] == 's')
        {
            tally.Programme += Strong + Weak;
        }

        if (owners[name.Block, name.First] is { Type: MentionType.Place } && !lexicon.Is(words[name.Last], WordClass.Trade))
        {
            tally.Other += Weak;
        }
    }

    private void WeighBefore(TaggingContext context, ProperName name, WordOwners owners, int at, bool isArticle, NameTally tally)
    {
        var word = name.Block.Words[at];
        var classes = lexicon.Of(word);
        WeighExample(context, name, at, tally);
        if (word.IsCapital)
        {
            tally.Other += !isArticle && (classes & WordClass.Title) != WordClass.None ? Strong : 0;
            return;
        }

        if (!isArticle)
        {
            tally.Agency += (classes & WordClass.Agency) != WordClass.None ? Strong : 0;
            tally.Organisation += (classes & (WordClass.Business | WordClass.Organisation)) != WordClass.None ? Strong : 0;
            tally.Programme += (classes & WordClass.Programme) != WordClass.None && !(at > 0 && name.Block.Words[at - 1].IsCapital) ? Strong : 0;
            tally.Other += (classes & WordClass.Title) != WordClass.None ? Strong : 0;
        }

        switch (context.TextOf(word))
        {
            case "of" or "at" or "from" when at > 0 && (lexicon.Is(name.Block.Words[at - 1], WordClass.Title | WordClass.Business | WordClass.BodyRole | WordClass.FirmPart) || owners[name.Block, at - 1] is { Type: MentionType.Person }):
                tally.Organisation += Strong;
                break;
            case "of" when at > 0 && !isArticle && IsPlaceNoun(context.TextOf(name.Block.Words[at - 1])):
                tally.AddPlace(Strong);
                break;
            case "to" when !isArticle && name.First == name.Last && !IsShort(name) && at > 0 && IsWayTo(context, name.Block, owners, at - 1):
                tally.AddPlace(Strong);
                break;
            case "off" when !isArticle:
                tally.AddPlace(Fair);
                break;
            case "by":
                tally.Organisation += Fair;
                break;
            case "a" or "an" when name.Last > name.First:
                // "an Independent Institution": a kind of thing
                tally.Other += Fair;
                break;
            case "with":
                tally.Organisation += Weak;
                break;
            case "under" or "when" when !isArticle:
                tally.Other += Fair;
                break;
            case "of" when isArticle && IsShort(name):
                tally.Organisation += Weak;
                break;
            case "at" when name.First == name.Last && !IsShort(name):
            case "in" or "near" or "around" or "outside" or "across" or "towards" or "toward" or "into" when !isArticle && !IsShort(name):
                tally.AddPlace(Fair);
                break;
            case "launched" or "introduced" or "adopted" or "unveiled" or "announced":
                tally.Programme += Strong;
                break;
            case "under" or "through" or "via" when isArticle:
                tally.Programme += Fair;
                break;
            case "called" or "named" or "dubbed" or "nicknamed" or "titled" or "entitled" or "termed" or "known":
                tally.Programme += Weak;
                break;
        }
    }

    // "moved to X", "from Leeds to X"
    private static bool IsWayTo(TaggingContext context, TextBlock block, WordOwners owners, int before) =>
        owners[block, before] is { Type: MentionType.Place }
        || context.TextOf(block.Words[before]) is "moved" or "moves" or "came" or "comes" or "relocated" or "returned" or "travelled" or "road" or "railway" or "line" or "lines" or "bus";

    // "firms such as X", "programmes like X", "towns including X"
    private void WeighExample(TaggingContext context, ProperName name, int at, NameTally tally)
    {
        var words = name.Block.Words;
        var noun = context.TextOf(words[at]) switch
        {
            "as" when at > 0 && context.TextOf(words[at - 1]) is "such" => at - 2,
            "like" or "including" or "namely" => at - 1,
            _ => -1,
        };
        if (noun < 0 || words[noun].IsCapital)
        {
            return;
        }

        var classes = lexicon.Of(words[noun]);
        if ((classes & WordClass.ColumnPlace) != WordClass.None)
        {
            tally.AddPlace(Strong);
        }
        else if ((classes & (WordClass.Title | WordClass.Office)) != WordClass.None)
        {
            tally.Other += Strong;
        }
        else
        {
            tally.Programme += (classes & WordClass.Programme) != WordClass.None ? Strong : 0;
            tally.Agency += (classes & WordClass.Agency) != WordClass.None ? Strong : 0;
            tally.Organisation += (classes & (WordClass.Business | WordClass.Organisation)) != WordClass.None ? Strong : 0;
        }
    }

    private static bool IsShort(ProperName name) => name.First == name.Last && (name.Block.Words[name.First].Shape & WordShape.AllCapitals) != WordShape.None;

    // "Acme Motors (Kolar)", "the Udupi–Kolar road", a word of a longer quotation
    private static bool IsAside(IReadOnlyList<Word> words, int at)
    {
        var after = at + 1 < words.Count ? words[at + 1].Before : Gap.Break;
        return (words[at].Before & Gap.Open) != Gap.None || words[at].Before == Gap.Dash || after == Gap.Dash || ((words[at].Before & Gap.Quote) != Gap.None && (after & Gap.Quote) == Gap.None);
    }

    // In a list names are of one kind: "Siemens, Foo and Bar".
    private static void WeighNeighbour(TaggingContext context, TextBlock block, WordOwners owners, int joint, int neighbour, NameTally tally)
    {
        var words = block.Words;
        if (neighbour < 0 || neighbour >= words.Count || joint >= words.Count)
        {
            return;
        }

        if (context.TextOf(words[neighbour]) is "and" or "or")
        {
            neighbour += neighbour < joint ? -1 : 1;
        }
        else if (words[joint].Before != (Gap.Comma | Gap.Space))
        {
            return;
        }

        switch (owners[block, neighbour]?.Type)
        {
            case MentionType.Organisation:
                tally.Organisation += Fair;
                break;
            case MentionType.Agency:
                tally.Organisation += Weak;
                tally.Agency += Weak;
                break;
            case MentionType.Person:
                tally.Other += Strong;
                break;
            case MentionType.Place:
                tally.AddPlace(neighbour < joint ? Fair : Weak);
                break;
            case MentionType.Programme:
                tally.Programme += Fair;
                break;
        }
    }

    private void WeighAfter(TaggingContext context, ProperName name, WordOwners owners, bool isArticle, NameTally tally)
    {
        var words = name.Block.Words;
        var next = words[name.Last + 1];
        var classes = lexicon.Of(next);
        if ((words[name.Last].Shape & WordShape.Possessive) != WordShape.None)
        {
            tally.Organisation += (classes & (WordClass.Title | WordClass.Business | WordClass.BodyRole | WordClass.FirmPart)) != WordClass.None ? Strong : Weak;
            return;
        }

        if (next.Before is Gap.Space or Gap.Line or (Gap.Space | Gap.Quote) && !next.IsCapital)
        {
            if (isArticle && (words[name.Last].Shape & WordShape.AllCapitals) != WordShape.None && classes == WordClass.None)
            {
                // "the EUV tool"
                tally.Other += Weak;
            }

            tally.Programme += (classes & WordClass.Programme) != WordClass.None ? Strong : 0;
            tally.Organisation += (classes & (WordClass.BodyVerb | WordClass.Business)) != WordClass.None ? Fair : (classes & WordClass.AnyVerb) != WordClass.None ? Weak : 0;
            tally.Other += (classes & WordClass.PersonVerb) != WordClass.None ? Weak : 0;
            if (context.TextOf(next) is "of" or "in" or "at" && owners[name.Block, name.Last + 2] is { Type: MentionType.Place })
            {
                tally.Organisation += IsListed(context, words, name.First) ? Fair : Weak;
            }
        }
        else if (next.Before == (Gap.Comma | Gap.Space))
        {
            WeighApposition(context, words, name.Last + 1, tally);
            WeighNeighbour(context, name.Block, owners, name.Last + 1, name.Last + 1, tally);
        }
    }

    // "in York, Z in Hull": the place before says nothing of what has its seat in the next.
    private static bool IsSeated(TaggingContext context, ProperName name, WordOwners owners)
    {
        var words = name.Block.Words;
        return name.Last + 2 < words.Count && context.TextOf(words[name.Last + 1]) is "in" or "at" && owners[name.Block, name.Last + 2] is { Type: MentionType.Place };
    }

    // "X in Leeds, Y in York and Z in Hull"
    private static bool IsListed(TaggingContext context, IReadOnlyList<Word> words, int first) =>
        first > 0 && (words[first].Before == (Gap.Comma | Gap.Space) || context.TextOf(words[first - 1]) is "and" || context.Text[words[first - 1].End] is ':');

    // "X, a maker of pumps", "X, the state's grant scheme"
    private void WeighApposition(TaggingContext context, IReadOnlyList<Word> words, int at, NameTally tally)
    {
        var word = context.TextOf(words[at]);
        if (word is "who" or "whose" or "then" or "now" or "once" or "himself" || lexicon.Is(words[at], WordClass.Title))
        {
            tally.Other += Strong;
        }

        if (word is not ("a" or "an" or "the" or "another"))
        {
            return;
        }

        for (var i = at + 1; i < words.Count && i <= at + Reach && words[i].Before is Gap.Space or Gap.Line or Gap.Hyphen or Gap.Possessive or (Gap.Space | Gap.Possessive); i++)
        {
            var classes = words[i].IsCapital ? WordClass.None : lexicon.Of(words[i]);
            if (context.TextOf(words[i]) is "of" or "for" or "that" or "which" or "in" or "and")
            {
                return;
            }

            // The last noun before "of", "for" or a comma is what it is; "a grant programme" is a programme.
            var isLast = i + 1 >= words.Count || words[i + 1].Before is not (Gap.Space or Gap.Line) || lexicon.Is(words[i + 1], WordClass.Connector | WordClass.Function);
            if (isLast)
            {
                tally.Programme += (classes & WordClass.Programme) != WordClass.None ? Strong : 0;
                tally.Agency += (classes & WordClass.Agency) != WordClass.None ? Strong : 0;
                tally.Organisation += (classes & (WordClass.Business | WordClass.Organisation)) != WordClass.None ? Strong + Weak : 0;
                tally.Other += (classes & WordClass.Title) != WordClass.None ? Fair : 0;
                return;
            }
        }
    }

    private static bool IsNumeral(ReadOnlySpan<char> word) =>
        word is "Two" or "Three" or "Four" or "Five" or "Six" or "Seven" or "Eight" or "Nine" or "Ten" or "Twelve" or "Twenty";

    private static bool IsPlaceNoun(ReadOnlySpan<char> word) =>
        word is "city" or "town" or "towns" or "village" or "villages" or "port" or "district" or "province" or "region" or "county" or "island" or "suburb" or "outskirts"
            or "north" or "south" or "east" or "west" or "people" or "mayor" or "farmers" or "works" or "plain" or "valley" or "streets";

    private static bool HasEndingOfPlace(ReadOnlySpan<char> word)
    {
        foreach (var ending in PlaceEndings)
        {
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "DataForge", "eTrikes"; not "McKay".
    public static bool HasInnerCapital(ReadOnlySpan<char> word)
    {
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && !(i == 2 && word is ['M', 'c', ..]) && !(i == 3 && word is ['M', 'a', 'c', ..]))
            {
                return true;
            }
        }

        return false;
    }
}
