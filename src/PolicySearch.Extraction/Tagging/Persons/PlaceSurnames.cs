using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Surnames that are also places, by what stands beside them: Governor Chiba, Mr Jordan, the Sakai cabinet; but "Governor of Chiba", "the Tokyo administration".</summary>
internal sealed class PlaceSurnames
{
    // "the Tokyo cabinet" is Japan's.
    private const string Capital = "Tokyo";

    private readonly Dictionary<int, Candidate> _places = [];
    private readonly HashSet<int> _persons = [];

    /// <summary>Takes the places found so far.</summary>
    public PlaceSurnames(TaggingContext context)
    {
        foreach (var candidate in context.Candidates)
        {
            if (candidate is { Type: MentionType.Place, Entry: not null })
            {
                _places.TryAdd(candidate.Span.Start, candidate);
            }
        }
    }

    /// <summary>Whether the word behind an office is a person's surname, though also a place; a country is none ("President China").</summary>
    public bool IsOfficer(ReadOnlySpan<char> title, Word word) =>
        title is "Minister" or "President" or "Premier" or "Chancellor" or "Secretary" or "Governor" or "Senator" or "Chairman" or "Mayor" or "PM" && PlaceAt(word) is not null;

    /// <summary>Whether the word before a government's is a person's name: prefectures and cities of Japan have no cabinets.</summary>
    public bool IsHead(ReadOnlySpan<char> government, Word word) =>
        government is "cabinet" or "Cabinet" && PlaceAt(word) is { Entry.Country: "JP" } place && place.Id != Capital;

    /// <summary>Notes that the word is a person's name.</summary>
    public void AddPerson(Word word) => _persons.Add(word.Start);

    /// <summary>Takes the places away that are persons.</summary>
    public void Settle(TaggingContext context)
    {
        if (_persons.Count > 0)
        {
            context.Candidates.RemoveAll(candidate => candidate.Type == MentionType.Place && _persons.Contains(candidate.Span.Start));
        }
    }

    // A place, but no country, of that one word.
    private Candidate? PlaceAt(Word word) =>
        _places.GetValueOrDefault(word.Start) is { Entry.Adjectives.Count: 0 } place && place.Span.End == word.End ? place : null;
}
