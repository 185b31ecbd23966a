using System.Buffers;
using System.Globalization;
using System.Text;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Surnames and given names of Japanese persons, from <c>japanese-names.txt</c>.</summary>
/// <remarks>Names of one length stand in one sorted string without separators, so that loading costs no more than reading the file.</remarks>
internal sealed class PersonNames
{
    /// <summary>The longest full name, in code units.</summary>
    public const int MaxFull = 6;

    private const string Resource = "japanese-names.txt";
    private const int MaxPart = 3;

    private static readonly Lazy<PersonNames> LazyBuiltIn = new(Load);

    private readonly string[] _surnames = new string[MaxPart + 1];
    private readonly string[] _given = new string[MaxPart + 1];
    private readonly string[] _kanaGiven = new string[MaxPart + 1];

    private readonly Lazy<SearchValues<char>> _givenLetters;

    private PersonNames() => _givenLetters = new Lazy<SearchValues<char>>(FrequentLetters);

    /// <summary>The names that come with the program.</summary>
    public static PersonNames BuiltIn => LazyBuiltIn.Value;

    /// <summary>Whether the text is a surname.</summary>
    public bool IsSurname(ReadOnlySpan<char> text) => Contains(_surnames, text);

    /// <summary>Whether the text is a given name, in Han or Kana.</summary>
    public bool IsGiven(ReadOnlySpan<char> text) => Contains(_given, text) || Contains(_kanaGiven, text);

    /// <summary>Length of the surname of a full name without blanks; 0 where the text is none.</summary>
    public int SurnameLength(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > MaxFull)
        {
            return 0;
        }

        // Most surnames have two letters.
        foreach (var length in (ReadOnlySpan<int>)[2, 3, 1])
        {
            if (name.Length > length && IsSurname(name[..length]) && IsGiven(name[length..]))
            {
                return length;
            }
        }

        return 0;
    }

    /// <summary>The surname of what is known to be a full name in Han, though its given name be rare; nothing for any other.</summary>
    public ReadOnlySpan<char> KnownSurname(ReadOnlySpan<char> name)
    {
        var length = SurnameLength(name);
        if (length == 0 && name.Length is 3 or 4 or 5)
        {
            length = IsSurname(name[..2]) ? 2 : IsSurname(name[..1]) ? 1 : 0;
        }

        return name[..length];
    }

    /// <summary>Whether the text has one or two letters that given names often have.</summary>
    public bool IsMadeAsGiven(ReadOnlySpan<char> text) => text.Length is 1 or 2 && !text.ContainsAnyExcept(_givenLetters.Value);

    /// <summary>Whether the text has one to three letters, one of which given names often have.</summary>
    public bool HasGivenLetter(ReadOnlySpan<char> text) => text.Length is >= 1 and <= 3 && text.ContainsAny(_givenLetters.Value);

    // Letters of at least this many given names.
    private SearchValues<char> FrequentLetters()
    {
        const int Frequent = 8;
        return SearchValues.Create([.. _given[2].GroupBy(letter => letter).Where(group => group.Count() >= Frequent).Select(group => group.Key)]);
    }

    private static bool Contains(string[] lists, ReadOnlySpan<char> name)
    {
        if (name.Length is < 1 or > MaxPart || lists[name.Length] is not { } list)
        {
            return false;
        }

        int low = 0, high = (list.Length / name.Length) - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = list.AsSpan(middle * name.Length, name.Length).SequenceCompareTo(name);
            if (order == 0)
            {
                return true;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    private static PersonNames Load()
    {
        using var stream = typeof(PersonNames).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var names = new PersonNames();
        var section = new StringBuilder();
        string? heading = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('['))
            {
                names.Add(heading, section);
                heading = line;
            }
            else
            {
                section.Append(line);
            }
        }

        names.Add(heading, section);
        return names;
    }

    // A heading is "[surname 2]": the kind, and the length of each name.
    private void Add(string? heading, StringBuilder section)
    {
        if (heading is not null)
        {
            var blank = heading.IndexOf(' ', StringComparison.Ordinal);
            var lists = heading[1..blank] switch
            {
                "surname" => _surnames,
                "given" => _given,
                _ => _kanaGiven,
            };
            lists[int.Parse(heading[(blank + 1)..^1], CultureInfo.InvariantCulture)] = section.ToString();
        }

        section.Clear();
    }
}
