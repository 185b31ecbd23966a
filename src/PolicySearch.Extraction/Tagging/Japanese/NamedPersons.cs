namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>The persons whom a document names in full, by surname.</summary>
internal sealed class NamedPersons
{
    // Beyond this many namings of one surname the first counts: time stays linear.
    private const int MaxLooked = 200;

    private readonly Dictionary<string, List<Named>> _bySurname = new(StringComparer.Ordinal);

    /// <summary>Adds a full name at a place of the text, with the title beside it.</summary>
    public void Add(string surname, int position, string id, string? title)
    {
        if (!_bySurname.TryGetValue(surname, out var persons))
        {
            persons = [];
            _bySurname[surname] = persons;
        }

        persons.Add(new Named(position, id, title));
    }

    /// <summary>Orders what has been added, before the first <see cref="Choose"/>.</summary>
    public void Sort()
    {
        foreach (var persons in _bySurname.Values)
        {
            persons.Sort((a, b) => a.Position.CompareTo(b.Position));
        }
    }

    /// <summary>The person of that surname who is named last before <paramref name="position"/>, if possible with that title, else first after it; null where there is none.</summary>
    public string? Choose(string surname, int position, string? title)
    {
        if (!_bySurname.TryGetValue(surname, out var persons))
        {
            return null;
        }

        Named? last = null, titled = null;
        foreach (var person in persons.Count > MaxLooked ? [] : persons)
        {
            if (person.Position < position)
            {
                last = person;
                titled = title is not null && person.Title == title ? person : titled;
            }
        }

        return (titled ?? last ?? persons[0]).Id;
    }

    private sealed record Named(int Position, string Id, string? Title);
}
