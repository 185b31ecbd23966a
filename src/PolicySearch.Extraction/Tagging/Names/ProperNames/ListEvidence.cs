using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;
using static PolicySearch.Extraction.Tagging.Names.ProperNames.EvidenceWeight;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>In a list names are of one kind: "Siemens, Foo and Bar".</summary>
internal static class ListEvidence
{
    /// <summary>Adds to <paramref name="tally"/> what the name at <paramref name="neighbour"/> is, where the word at <paramref name="joint"/> joins it by a comma or "and".</summary>
    public static void Weigh(TaggingContext context, TextBlock block, WordOwners owners, int joint, int neighbour, NameTally tally)
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
}
