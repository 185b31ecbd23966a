using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>Capitalised words that no other rule has claimed.</summary>
/// <param name="Block">Their block.</param>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word.</param>
/// <param name="Text">The words as an id.</param>
internal readonly record struct ProperName(TextBlock Block, int First, int Last, string Text)
{
    /// <summary>Whether it is one word in capitals.</summary>
    public bool IsShort => First == Last && (Block.Words[First].Shape & WordShape.AllCapitals) != WordShape.None;
}
