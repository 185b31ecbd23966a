namespace PolicySearch.Extraction.Tagging;

/// <summary>One stage of tagging: adds candidates.</summary>
internal interface IFinder
{
    /// <summary>Adds what it finds in the blocks of <paramref name="context"/>, in time linear in their length.</summary>
    void Find(TaggingContext context);
}
