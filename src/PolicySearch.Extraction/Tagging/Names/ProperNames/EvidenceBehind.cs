using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;
using static PolicySearch.Extraction.Tagging.Names.ProperNames.EvidenceWeight;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Weighs what stands behind a proper name: "X, a maker of pumps", "X's plant", "X said".</summary>
internal sealed class EvidenceBehind(Lexicon lexicon)
{
    private const int Reach = 6;

    /// <summary>Adds to <paramref name="tally"/> what the words behind the name show.</summary>
    public void Weigh(TaggingContext context, ProperName name, WordOwners owners, bool isArticle, NameTally tally)
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
            ListEvidence.Weigh(context, name.Block, owners, name.Last + 1, name.Last + 1, tally);
        }
    }

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
                tally.Other += (classes & WordClass.Office) != WordClass.None ? 2 * Strong : (classes & WordClass.Title) != WordClass.None ? Fair : 0;
                return;
            }
        }
    }

    // "X in Leeds, Y in York and Z in Hull"
    private static bool IsListed(TaggingContext context, IReadOnlyList<Word> words, int first) =>
        first > 0 && (words[first].Before == (Gap.Comma | Gap.Space) || context.TextOf(words[first - 1]) is "and" || context.Text[words[first - 1].End] is ':');
}
