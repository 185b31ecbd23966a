using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds ministries, agencies and organisations by the form of their names: Ministry of …, … Agency, Institute for ….</summary>
internal sealed class BodyFormFinder(Lexicon lexicon, NamePhrase phrase) : IFinder
{
    private const int MostFirmForms = 2;
    private const WordClass Heads = WordClass.Ministry | WordClass.Agency | WordClass.Organisation;

    private readonly BodyTypes _types = new(lexicon);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var owners = WordOwners.Of(context);
        foreach (var block in context.Blocks)
        {
            for (var i = 0; i < block.Words.Count; i++)
            {
                var classes = block.Words[i].IsCapital ? lexicon.Of(block.Words[i]) : WordClass.None;
                if ((classes & Heads) != WordClass.None)
                {
                    FindAround(context, block, owners, i);
                }

                if ((classes & WordClass.Firm) != WordClass.None)
                {
                    FindFirm(context, block, owners, i);
                }
            }
        }
    }

    private void FindAround(TaggingContext context, TextBlock block, WordOwners owners, int head)
    {
        var words = block.Words;
        if (head > 1 && context.TextOf(words[head]) is "Parliament" or "Congress" && context.TextOf(words[head - 2]) is "Member" or "Members")
        {
            // "Member of Parliament for Norvale"
            return;
        }

        var first = phrase.Left(block, owners, head, free: false);
        var anchor = IsGeneralAfter(context, words, head) ? head + 1 : head;
        var last = WithCampus(context, words, head, phrase.Right(block, owners, anchor, free: false));
        var isMinistry = lexicon.Is(words[head], WordClass.Ministry);
        if (isMinistry)
        {
            // "Japanese Ministry of …": the adjective is outside; "Bavarian Ministry of …": a region's belongs to the name.
            while (first < head && lexicon.Is(words[first], WordClass.Nationality) && !lexicon.Is(words[first], WordClass.Regional))
            {
                first++;
            }
        }

        if (anchor > head && last == anchor)
        {
            return;
        }

        if (last == head && first < head)
        {
            last = WithCountry(block, owners, head);
        }

        if (first == last || (last == head && (IsGeneric(block, first, head) || IsGovernment(words, first, head) || IsJournal(words, head))))
        {
            return;
        }

        if (isMinistry && last == head && !IsShortMinistry(context, words, first, head))
        {
            return;
        }

        if (isMinistry && RegionBefore(block, owners, first) is { } region)
        {
            var id = $"{CleanName.Of(context.Text, words[first].Start, words[last].End)} ({region})";
            context.Add(block, MentionType.Agency, id, words[first].Start, words[last].End, Trust.Context, "rule:body");
            return;
        }

        context.AddForm(block, _types.Of(context, block, owners, first, head, last), words[first].Start, words[last].End, "body");
    }

    // "Bavaria's Ministry of Sea Trade": a region's, where regions have ministries; "Berlin's" may be the country's.
    private static string? RegionBefore(TextBlock block, WordOwners owners, int first) =>
        first > 0 && (block.Words[first].Before & Gap.Possessive) != Gap.None
        && owners[block, first - 1] is { Type: MentionType.Place, Entry: { Adjectives.Count: 0, Country: "DE" or "AT" or "CA" or "IN" or "CN" or "CH" or "AU" } } place
        && place.Id is not ("Berlin" or "Bonn" or "Vienna" or "Ottawa" or "Delhi" or "New Delhi" or "Beijing" or "Bern" or "Canberra")
            ? place.Id
            : null;

    // "Directorate-General for Ports"
    private static bool IsGeneralAfter(TaggingContext context, IReadOnlyList<Word> words, int head) =>
        head + 1 < words.Count && words[head + 1].Before is Gap.Hyphen or Gap.Space && context.TextOf(words[head + 1]) is "General" && context.TextOf(words[head]) is "Directorate";

    // "the Finance Ministry"
    private bool IsShortMinistry(TaggingContext context, IReadOnlyList<Word> words, int first, int head) =>
        first < head && context.TextOf(words[head]) is "Ministry" && lexicon.Is(words[first], WordClass.Subject) && lexicon.Is(words[head - 1], WordClass.Subject);

    // "University of Texas at Dallas"
    private int WithCampus(TaggingContext context, IReadOnlyList<Word> words, int head, int last) =>
        last > head && context.TextOf(words[head]) is "University" && last + 2 < words.Count && context.TextOf(words[last + 1]) is "at"
            && words[last + 1].Before == Gap.Space && words[last + 2].Before == Gap.Space && phrase.IsNameWord(words[last + 2])
            ? last + 2
            : last;

    // "Science Foundation Ireland", "Research Council Canada"
    private static int WithCountry(TextBlock block, WordOwners owners, int head)
    {
        var words = block.Words;
        var isCountry = head + 1 < words.Count && words[head + 1].Before == Gap.Space && (words[head + 1].Shape & WordShape.Possessive) == WordShape.None
            && owners[block, head + 1] is { Type: MentionType.Place, Entry: { Adjectives.Count: > 0 } } place
            && place.Span.Start == words[head + 1].Start && place.Span.End == words[head + 1].End;
        return isCountry && (head + 2 >= words.Count || !words[head + 2].IsCapital || words[head + 2].Before != Gap.Space) ? head + 1 : head;
    }

    // "the National Council", "Regional Office": too little to be a name; "the Innovation Council" in a sentence is one.
    private bool IsGeneric(TextBlock block, int first, int head)
    {
        // Three words of little meaning make a name after all: "Industrial Cluster Study Group".
        if (head - first >= 3)
        {
            return false;
        }

        var words = block.Words;
        var hasSubject = false;
        for (var i = first; i < head; i++)
        {
            if (!lexicon.Is(words[i], WordClass.Generic | WordClass.Function | WordClass.Nationality | WordClass.Connector) || lexicon.Is(words[i], Heads))
            {
                return false;
            }

            hasSubject |= lexicon.Is(words[i], WordClass.Subject);
        }

        // At a sentence's start the second word's capital is still its own.
        return !hasSubject || !(Position.IsInsideSentence(block, first) || (head - first >= 2 && Position.IsText(block)));
    }

    // "the Trump Administration" is a person's; "Food and Drug Administration" is not.
    private bool IsGovernment(IReadOnlyList<Word> words, int first, int head)
    {
        if (!lexicon.Is(words[head], WordClass.Cabinet))
        {
            return false;
        }

        for (var i = first; i < head; i++)
        {
            if (lexicon.Is(words[i], WordClass.Subject))
            {
                return false;
            }
        }

        return true;
    }

    // "Economy and Society, 12(3)": a journal's volume and issue.
    private static bool IsJournal(IReadOnlyList<Word> words, int head) =>
        head + 2 < words.Count && words[head + 1].IsNumber && words[head + 1].Before is Gap.Space or (Gap.Comma | Gap.Space)
        && words[head + 2].IsNumber && words[head + 2].Before == Gap.Open;

    // "Hitachi Ltd", "Siemens AG", "Example Trading Co., Ltd."
    private void FindFirm(TaggingContext context, TextBlock block, WordOwners owners, int form)
    {
        var words = block.Words;
        if (form == 0 || (words[form].Before & ~(Gap.Space | Gap.Comma)) != Gap.None || words[form].Before == Gap.None)
        {
            return;
        }

        var first = phrase.Left(block, owners, form - 1, free: false);
        if (!phrase.IsNameWord(words[first]) || !phrase.IsNameWord(words[form - 1]))
        {
            return;
        }

        // "Co., Ltd."; the bound keeps the work linear.
        var last = form;
        while (last + 1 < words.Count && last - form < MostFirmForms && words[last + 1].IsCapital && lexicon.Is(words[last + 1], WordClass.Firm)
            && (words[last + 1].Before & ~(Gap.Space | Gap.Comma | Gap.Period)) == Gap.None)
        {
            last++;
        }

        context.AddForm(block, MentionType.Organisation, words[first].Start, words[last].End, "firm");
    }
}
