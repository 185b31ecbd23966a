namespace PolicySearch.Text.Boundaries;

/// <summary>The Unicode property Sentence_Break (UAX #29, table 4), in the order of <c>Tables/generate.py</c>.</summary>
internal enum SentenceBreakClass
{
    Other,
    CarriageReturn,
    LineFeed,
    Extend,
    Separator,
    Format,
    Space,
    Lower,
    Upper,
    OtherLetter,
    Numeric,
    AmbiguousTerminator,
    Continue,
    Terminator,
    Close,
}
