namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>What an <see cref="ItemLabel"/> looks like.</summary>
internal enum ItemLabelForm
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Words in brackets: （委員）, [Chair].</summary>
    Bracket,

    /// <summary>A word and a number: 資料1, Phase 2.</summary>
    Number,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A term and a colon: "Budget: …".</summary>
    Term,

    /// <summary>A short form in a column of its own: "BMBF     …".</summary>
    Column,
}
