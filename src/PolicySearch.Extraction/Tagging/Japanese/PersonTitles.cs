using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>What else a title stands with than persons.</summary>
internal enum TitleKind
{
    /// <summary>With nothing else.</summary>
    Any,

    /// <summary>Also with places: 福島市長.</summary>
    Local,

    /// <summary>Also with countries, and with Chinese and Korean names: 大統領, 主席.</summary>
    State,

    /// <summary>With full names only: 編, 著.</summary>
    Full,
}

/// <summary>The titles and offices of persons in Japanese.</summary>
internal sealed class PersonTitles
{
    private readonly WordTable<TitleKind> _titles;
    private readonly WordTable<bool> _followers;
    private readonly HashSet<string> _noPersons;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _noPerson;

    public PersonTitles(Lexicon lexicon)
    {
        _titles = new WordTable<TitleKind>(
        [
            .. lexicon.EastAsian("ja_title").Select(title => (title, TitleKind.Any)),
            .. lexicon.EastAsian("ja_title_local").Select(title => (title, TitleKind.Local)),
            .. lexicon.EastAsian("ja_title_state").Select(title => (title, TitleKind.State)),
            .. lexicon.EastAsian("ja_title_full").Select(title => (title, TitleKind.Full)),
        ]);
        _followers = new WordTable<bool>(lexicon.EastAsian("ja_follower").Concat(lexicon.EastAsian("ja_title")).Select(word => (word, true)));
        _noPersons = new HashSet<string>(lexicon.EastAsian("ja_not_person"), StringComparer.Ordinal);
        _noPerson = _noPersons.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest title that begins at <paramref name="at"/>.</summary>
    /// <returns>False where none does.</returns>
    public bool TryMatch(ReadOnlySpan<char> text, int at, out int length, out TitleKind kind) => _titles.TryMatchStart(text, at, out length, out kind);

    /// <summary>Length of the longest title that begins at <paramref name="at"/>, or 0.</summary>
    public int MatchLength(ReadOnlySpan<char> text, int at) => _titles.MatchStart(text, at);

    /// <summary>The title that begins at <paramref name="at"/>, or nothing.</summary>
    public ReadOnlySpan<char> Behind(ReadOnlySpan<char> text, int at) => MatchLength(text, at) is var length and > 0 ? text.Slice(at, length) : default;

    /// <summary>The title that begins at <paramref name="at"/>, or null.</summary>
    public string? At(ReadOnlySpan<char> text, int at) => Behind(text, at) is { IsEmpty: false } title ? title.ToString() : null;

    /// <summary>Whether a title ends before <paramref name="end"/>.</summary>
    public bool EndsBefore(ReadOnlySpan<char> text, int end) => EndsBefore(text, end, out _);

    /// <summary>Whether a title ends before <paramref name="end"/>, and how long the longest is.</summary>
    public bool EndsBefore(ReadOnlySpan<char> text, int end, out int length) => _titles.TryMatchEnd(text, end, out length, out _);

    /// <summary>Whether a title may end at <paramref name="end"/> in a run of Han that goes on until <paramref name="runEnd"/>: "委員会" is none, nor is "研究員数".</summary>
    public bool MayEnd(ReadOnlySpan<char> text, int end, int runEnd) =>
        end >= runEnd
            ? end >= text.Length || !Scripts.IsHan(text[end]) || _followers.MatchStart(text, end) > 0
            : _followers.MatchStart(text, end) > 0 || PersonNames.BuiltIn.SurnameLength(text[end..runEnd]) > 0;

    /// <summary>Whether nothing but a person has the title: 氏, 教授, 経済産業相; 会長 or 所長 also stand behind the name of a body.</summary>
    public static bool IsSure(ReadOnlySpan<char> title) => title.EndsWith("氏") || title.EndsWith("相") || title.EndsWith("大臣") || title.EndsWith("教授") || title is "さん" or "博士" or "議員" or "弁護士";

    /// <summary>Whether the title is that of several: 両氏.</summary>
    public static bool IsOfSeveral(ReadOnlySpan<char> title) => title is "両氏" or "各氏" or "両名" or "両教授" or "両議員" or "両委員" or "両大臣";

    /// <summary>Whether the word looks like a name or a name with its title, but is none.</summary>
    public bool IsNoPerson(ReadOnlySpan<char> word) => _noPerson.Contains(word);
}
