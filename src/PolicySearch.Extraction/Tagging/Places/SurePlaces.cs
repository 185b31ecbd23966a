using PolicySearch.Extraction.Tagging.Names;

namespace PolicySearch.Extraction.Tagging.Places;

/// <summary>Where a document names places that need no proof, and which countries they lie in.</summary>
internal sealed class SurePlaces
{
    private readonly Dictionary<(int Block, int Word), string> _countries = [];
    private readonly HashSet<int> _starts = [];
    private readonly HashSet<int> _ends = [];

    /// <summary>The country of the place at a word of a block, or null.</summary>
    public string? CountryAt(int block, int word) => _countries.GetValueOrDefault((block, word));

    /// <summary>Whether one begins at that code unit.</summary>
    public bool StartsAt(int at) => _starts.Contains(at);

    /// <summary>Whether one ends before that code unit.</summary>
    public bool EndsAt(int at) => _ends.Contains(at);

    /// <summary>Adds a match that is a place.</summary>
    public void Add(NameMatch match, string country)
    {
        _countries[(match.Block.Number, match.FirstWord)] = country;
        _countries[(match.Block.Number, match.LastWord)] = country;
        _starts.Add(match.Start);
        _ends.Add(match.End);
    }
}
