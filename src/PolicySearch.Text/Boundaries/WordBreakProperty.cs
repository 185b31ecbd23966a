using PolicySearch.Text.Tables;

namespace PolicySearch.Text.Boundaries;

/// <summary>What word boundaries and tokenizers need to know of a code point, from one look-up.</summary>
public readonly record struct WordBreakProperty
{
    private readonly byte _bits;

    private WordBreakProperty(byte bits) => _bits = bits;

    /// <summary>Word_Break.</summary>
    public WordBreakClass Class => (WordBreakClass)(_bits & 0x1F);

    /// <summary>Extended_Pictographic.</summary>
    public bool IsPictographic => (_bits & 0x20) != 0;

    /// <summary>Line_Break=SA: scripts of South-East Asia that do not part words by spaces.</summary>
    public bool IsSoutheastAsian => (_bits & 0x40) != 0;

    /// <summary>Emoji; true of the ASCII digits, <c>#</c> and <c>*</c> too.</summary>
    public bool IsEmoji => (_bits & 0x80) != 0;

    /// <summary>Whether rule WB4 lets it cling to the character before it: Extend, Format, zero width joiner.</summary>
    public bool Clings => Class is WordBreakClass.Extend or WordBreakClass.Format or WordBreakClass.ZeroWidthJoiner;

    /// <summary>The properties of a code point.</summary>
    public static WordBreakProperty Of(int codePoint) => new(WordBreakTable.Get(codePoint));
}
