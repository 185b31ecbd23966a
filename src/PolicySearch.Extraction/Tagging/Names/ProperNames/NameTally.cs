namespace PolicySearch.Extraction.Tagging.Names.ProperNames;

/// <summary>What a document says of one proper name, over all its occurrences; higher is likelier.</summary>
internal sealed class NameTally
{
    // As much as a place found by its form elsewhere in the document shows.
    private const int PlainPlace = 3;

    /// <summary>How often it stands inside a sentence, where its capital is its own.</summary>
    public int Inside { get; set; }

    /// <summary>For a firm or another body.</summary>
    public int Organisation { get; set; }

    /// <summary>For a public body.</summary>
    public int Agency { get; set; }

    /// <summary>For a policy instrument.</summary>
    public int Programme { get; set; }

    /// <summary>For a person, a place or nothing that is a mention.</summary>
    public int Other { get; set; }

    /// <summary>The part of <see cref="Other"/> that speaks for a place.</summary>
    public int Place { get; private set; }

    /// <summary>Adds to what speaks for a place.</summary>
    public void AddPlace(int weight)
    {
        Place += weight;
        Other += weight;
    }

    /// <summary>The likeliest type; null where it is no mention.</summary>
    /// <param name="isSingle">Whether the name is one plain word, or one in capitals: it needs more to show that it is no place and no technical term.</param>
    public MentionType? Type(bool isSingle)
    {
        var best = Math.Max(Organisation, Math.Max(Agency, Programme));
        if (Place >= PlainPlace && 2 * Place > Other && Place > best)
        {
            return MentionType.Place;
        }

        if ((Other > 0 && Other >= best) || best < (Inside == 0 ? isSingle ? 3 : 2 : isSingle ? 1 : 0))
        {
            return null;
        }

        return Programme > Math.Max(Organisation, Agency) ? MentionType.Programme : Agency > Organisation ? MentionType.Agency : MentionType.Organisation;
    }
}
