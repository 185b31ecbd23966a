using System.Collections.Frozen;

namespace PolicySearch.Text.Boundaries;

/// <summary>What a word before a full stop says about the full stop.</summary>
internal enum AbbreviationKind
{
    /// <summary>A word: the full stop ends the sentence.</summary>
    None,

    /// <summary>Something follows always: <c>Mr.</c>, <c>e.g.</c>.</summary>
    Title,

    /// <summary>A number follows as a rule: <c>vol.</c>, <c>Jan.</c>.</summary>
    Reference,

    /// <summary>May end a sentence: <c>U.S.</c>, <c>Inc.</c>, initials.</summary>
    Ambiguous,
}

/// <summary>English abbreviations as they occur in policy documents and reference lists.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, AbbreviationKind> Known = Make();
    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> KnownBySpan =
        Known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that begin a sentence and are hardly ever part of a name.</summary>
    private static readonly FrozenSet<string> Starters = ((string[])[
        "A", "After", "All", "Also", "Although", "An", "And", "As", "At", "Because", "Before", "Both", "But", "By",
        "Despite", "During", "Each", "Even", "Finally", "First", "For", "From", "Furthermore", "He", "Her", "Here", "His",
        "How", "However", "If", "In", "Indeed", "Instead", "It", "Its", "Many", "Moreover", "Most", "My", "No", "Nor",
        "On", "Once", "One", "Only", "Other", "Our", "Over", "Please", "Second", "See", "She", "Similarly", "Since", "So",
        "Some", "Such", "That", "The", "Their", "Then", "There", "Therefore", "These", "They", "This", "Those", "Though",
        "Through", "Thus", "To", "Today", "Under", "Unlike", "Until", "We", "What", "When", "Where", "Whereas", "Whether",
        "Which", "While", "Who", "Why", "With", "Without", "Yet", "You"]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StartersBySpan =
        Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the word before a full stop is; inner full stops belong to it.</summary>
    public static AbbreviationKind Judge(ReadOnlySpan<char> word)
    {
        if (KnownBySpan.TryGetValue(word, out var kind))
        {
            return kind;
        }

        if (word.Length == 1 && char.IsLetter(word[0]) && word[0] < 0x2E80)
        {
            return AbbreviationKind.Ambiguous;
        }

        return HasInnerStops(word) ? AbbreviationKind.Ambiguous : AbbreviationKind.None;
    }

    /// <summary>Whether a word that follows an abbreviation begins a new sentence.</summary>
    public static bool BeginsSentence(ReadOnlySpan<char> word) => StartersBySpan.Contains(word);

    /// <summary>Letters parted by full stops, at most three together: <c>U.S</c>, <c>Ph.D</c>, <c>J.-P</c> comes without its hyphen.</summary>
    private static bool HasInnerStops(ReadOnlySpan<char> word)
    {
        var run = 0;
        var stops = 0;
        foreach (var c in word)
        {
            run = c == '.' ? 0 : run + 1;
            stops += c == '.' ? 1 : 0;
            if (run > 3 || (c != '.' && !char.IsLetter(c)))
            {
                return false;
            }
        }

        return stops > 0;
    }

    private static FrozenDictionary<string, AbbreviationKind> Make()
    {
        var known = new Dictionary<string, AbbreviationKind>(StringComparer.OrdinalIgnoreCase);
        Add(known, AbbreviationKind.Title,
            "Mr Mrs Ms Dr Prof Profs Messrs Gen Gov Sen Rep Hon Rev Pres Amb Col Capt Lt Sgt Maj Mt Ft "
            + "e.g i.e eg ie cf viz vs assoc asst dept govt intl natl univ");
        Add(known, AbbreviationKind.Reference,
            "no nos vol vols p pp ss sch cl reg regs fig figs tab ch chap chaps sec sect secs art arts para paras eq eqs ed eds trans "
            + "app annex ser pt pts rev approx ca c resp incl est "
            + "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec");
        Add(known, AbbreviationKind.Ambiguous,
            "al etc Inc Ltd Co Corp Bros Jr Sr LLC PLC Bhd Pte Pty GmbH a.m p.m St Ave Blvd Rd Bldg ibid id op "
            + "U.S U.K U.N E.U D.C Ph.D M.A B.A M.Sc B.Sc");
        return known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static void Add(Dictionary<string, AbbreviationKind> known, AbbreviationKind kind, string words)
    {
        foreach (var word in words.Split(' '))
        {
            known[word] = kind;
        }
    }
}
