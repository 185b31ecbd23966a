using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.PlainText;

/// <summary>A line, or the lines of one paragraph, on its way to becoming a block; the passes of <see cref="TextStructure"/> settle what it is.</summary>
internal sealed class TextUnit
{
    /// <summary>What its form says.</summary>
    public required UnitForm Form { get; init; }

    /// <summary>Where it stands, without white space at its ends.</summary>
    public required TextSpan Span { get; set; }

    /// <summary>The whole lines, for tables, where white space at the ends counts.</summary>
    public required TextSpan Raw { get; set; }

    /// <summary>Number of lines.</summary>
    public int Lines { get; set; } = 1;

    /// <summary>The mark in front.</summary>
    public ListMarker Marker { get; init; }

    /// <summary>Columns before it.</summary>
    public int Indent { get; init; }

    /// <summary>Blank lines before it; large at the start of the text.</summary>
    public int BlankBefore { get; init; }

    /// <summary>Whether a blank line, or the end, follows.</summary>
    public bool BlankAfter { get; set; }

    /// <summary>Number of form feeds before it.</summary>
    public int Page { get; init; }

    /// <summary>Whether a line that ends with a colon stands above it, or above the lines that it stands with.</summary>
    public bool IsUnderColon { get; set; }

    /// <summary>What it is; null until a pass has settled it.</summary>
    public BlockKind? Kind { get; set; }

    /// <summary>Whether it looks like a heading where it stands; set from the start of the text on.</summary>
    public bool MayBeHeading { get; set; }

    /// <summary>Level of a heading or list item.</summary>
    public int Level { get; set; }

    /// <summary>The blocks of a table's row; null for everything else.</summary>
    public IReadOnlyList<Block>? Cells { get; set; }

    /// <summary>Whether it has been judged to be a menu, banner or the like.</summary>
    public bool IsBoilerplate => Kind == BlockKind.Boilerplate;

    /// <summary>Its text without the mark in front.</summary>
    public ReadOnlySpan<char> Words(string text) => text.AsSpan(Span.Start + Marker.Length, Span.Length - Marker.Length);
}
