using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;
using static PolicySearch.Extraction.Tagging.Names.ProperNames.EvidenceWeight;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Weighs a proper name's own words, and where it stands: "Acme &amp; Sons", "• Acme Pumps: 200 jobs".</summary>
internal sealed class OwnEvidence(Lexicon lexicon)
{
    private static readonly string[] PlaceEndings =
        ["ville", "burg", "burgh", "borough", "heim", "stadt", "dorf", "shire", "bridge", "mouth", "pur", "nagar", "abad", "palli", "cheon", "ingen", "hausen", "bury"];

    /// <summary>Adds to <paramref name="tally"/> what the name itself shows.</summary>
    public void Weigh(TaggingContext context, ProperName name, WordOwners owners, NameTally tally)
    {
        WeighPlace(context, name, owners, tally);
        WeighForm(context, name, owners, tally);
    }

    /// <summary>"DataForge", "eTrikes"; not "McKay".</summary>
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

    // Where it stands. The second word's capital is its own even at a sentence's start.
    private static void WeighPlace(TaggingContext context, ProperName name, WordOwners owners, NameTally tally)
    {
        var block = name.Block;
        if (block.Kind == BlockKind.Footnote || !Position.IsText(block))
        {
            return;
        }

        var isLast = name.Last == block.Words.Count - 1;
        var isWhole = name.First == 0 && isLast && block.Words[name.Last].Before == Gap.Space;
        if (Position.IsInsideSentence(block, name.First) || (name.Last > name.First && block.Kind != BlockKind.TableCell) || (name.IsShort && name.Text.Length > 2))
        {
            // Capitals throughout are the word's own anywhere.
            tally.Inside++;
        }
        else if (name.Last > name.First && isWhole && block.ColumnHeading is null)
        {
            tally.Organisation += Fair;
        }

        // "• Acme Pumps: 200 jobs"
        if (block.Kind == BlockKind.ListItem && name.First == 0 && !isLast && name.Last > name.First
            && (block.Words[name.Last + 1].Before & (Gap.Comma | Gap.Other | Gap.Open | Gap.Dash)) != Gap.None && context.Text[block.Words[name.Last].End] != '.')
        {
            tally.Organisation += Weak;
        }

        // "• Acme Pumps, Leeds": a body and its seat.
        if (block.Kind == BlockKind.ListItem && name.First == 0 && !isLast && block.Words[name.Last + 1].Before == (Gap.Comma | Gap.Space)
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

    private static bool IsNumeral(ReadOnlySpan<char> word) =>
        word is "Two" or "Three" or "Four" or "Five" or "Six" or "Seven" or "Eight" or "Nine" or "Ten" or "Twelve" or "Twenty";

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
}
