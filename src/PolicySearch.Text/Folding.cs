using PolicySearch.Text.Folds;

namespace PolicySearch.Text;

/// <summary>Makes what readers take for the same text the same: case, width, ligatures, compatibility forms, combining marks.</summary>
/// <remarks>
/// NFKC_Casefold of each code point, then composition of a mark with the letter before it, half-width Katakana
/// with sound marks included. Two departures: superscript signs and vulgar fractions stay, since <c>policy²</c> is not
/// <c>policy2</c>; İ becomes i. Marks that stand in another than the canonical order are not sorted.
/// </remarks>
public static class Folding
{
    /// <summary>Changes when the folding of any text does; the tables' version is <see cref="CodePoints.UnicodeVersion"/>.</summary>
    public const int Version = 1;

    /// <summary>The folded text.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Fold(text.AsSpan());
    }

    /// <summary>The folded text.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new FoldedText();
        folded.Reset(text);
        return folded.Text.ToString();
    }
}
