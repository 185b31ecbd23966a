using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;
using static PolicySearch.Extraction.Tagging.Names.ProperNames.EvidenceWeight;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Weighs what stands before a proper name: "chief executive of X", "under the X", "firms such as X".</summary>
internal sealed class EvidenceBefore(Lexicon lexicon)
{
    /// <summary>Adds to <paramref name="tally"/> what the word at <paramref name="at"/> shows, the last before the name and its article.</summary>
    public void Weigh(TaggingContext context, ProperName name, WordOwners owners, int at, bool isArticle, NameTally tally)
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
            // "Acme plan Drumlow": a verb.
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
            case "to" when !isArticle && name.First == name.Last && !name.IsShort && at > 0 && IsWayTo(context, name.Block, owners, at - 1):
                tally.AddPlace(Strong);
                break;
            case "off" when !isArticle:
                tally.AddPlace(Fair);
                break;
            case "by":
                tally.Organisation += Fair;
                break;
            case "a" or "an" when name.Last > name.First:
                // "an Independent Institution": a kind of thing; "a Norvale Harbour grant" is not
                tally.Other += IsBeforeNoun(name) ? Fair : 2 * Strong;
                break;
            case "with":
                tally.Organisation += Weak;
                break;
            case "under" or "when" when !isArticle:
                tally.Other += Fair;
                break;
            case "of" when isArticle && name.IsShort:
                tally.Organisation += Weak;
                break;
            case "at" when name.First == name.Last && !name.IsShort:
            case "in" or "near" or "around" or "outside" or "across" or "towards" or "toward" or "into" when !isArticle && !name.IsShort:
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

    private bool IsBeforeNoun(ProperName name)
    {
        var words = name.Block.Words;
        return name.Last + 1 < words.Count && words[name.Last + 1].JoinsPlainly && !lexicon.Is(words[name.Last + 1], WordClass.Function | WordClass.Connector);
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

    private static bool IsPlaceNoun(ReadOnlySpan<char> word) =>
        word is "city" or "town" or "towns" or "village" or "villages" or "port" or "district" or "province" or "region" or "county" or "island" or "suburb" or "outskirts"
            or "north" or "south" or "east" or "west" or "people" or "mayor" or "farmers" or "works" or "plain" or "valley" or "streets";
}
