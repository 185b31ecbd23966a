using System.Security.Cryptography;
using System.Text;
using PolicySearch.Extraction.Authority.Overlay;

namespace PolicySearch.Extraction.Authority;

/// <summary>The entries of all authority files, and the words that the rules know.</summary>
public sealed class AuthorityFiles
{
    private const string WordsFile = "words.yaml";
    private const string GazetteerFile = "gazetteer.tsv";
    private const string LocalitiesFile = "localities.tsv";
    private const string FirmsFile = "firms.tsv";
    private const string NamesFile = "names.tsv";
    private const string JapaneseNamesFile = "japanese-names.txt";

    private static readonly Lazy<AuthorityFiles> LazyBuiltIn = new(LoadBuiltIn);

    private AuthorityFiles(IReadOnlyList<AuthorityEntry> entries, string words, string names, string hash)
    {
        Entries = entries;
        Words = words;
        Names = names;
        Hash = hash;
    }

    /// <summary>What comes with the program.</summary>
    public static AuthorityFiles BuiltIn => LazyBuiltIn.Value;

    /// <summary>The entries, by file and place in the file; of two things of one name the first is the better known.</summary>
    public IReadOnlyList<AuthorityEntry> Entries { get; }

    /// <summary>First digits of the SHA-256 of all files, in hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>Content of the file of words.</summary>
    internal string Words { get; }

    /// <summary>Content of the file of persons' names.</summary>
    internal string Names { get; }

    /// <summary>These files with one of the user's own, which adds to them and overrides them; <c>Authority/Data/README.md</c> says how.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="AuthorityException">The content breaks the schema, or contradicts itself or what is known.</exception>
    public AuthorityFiles With(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        var faults = new List<AuthorityFault>();
        var files = With(name, text, faults);
        return faults.Count == 0 ? files : throw new AuthorityException(faults);
    }

    /// <summary>The same, though the file has faults, which are added to <paramref name="faults"/>.</summary>
    internal AuthorityFiles With(string name, string text, List<AuthorityFault> faults) =>
        new(AuthorityOverlay.Apply(Entries, name, text, faults), Words, Names, HashOf([Hash, text]));

    private static AuthorityFiles LoadBuiltIn()
    {
        var assembly = typeof(AuthorityFiles).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var texts = names.Select(ReadResource).ToArray();
        var entries = new List<AuthorityEntry>();
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] != WordsFile)
            {
                entries.AddRange(AuthorityReader.Read(names[i], texts[i]));
            }
        }

        var gazetteer = ReadResource(GazetteerFile);
        var localities = ReadResource(LocalitiesFile);
        var firms = ReadResource(FirmsFile);
        entries.AddRange(NameTableReader.Places.Read(GazetteerFile, gazetteer));
        entries.AddRange(NameTableReader.Localities.Read(LocalitiesFile, localities));
        entries.AddRange(NameTableReader.Firms.Read(FirmsFile, firms));
        var personNames = ReadResource(NamesFile);
        return new AuthorityFiles(entries, texts[Array.IndexOf(names, WordsFile)], personNames, HashOf([.. texts, gazetteer, localities, firms, personNames, ReadResource(JapaneseNamesFile)]));
    }

    private static string ReadResource(string name)
    {
        using var stream = typeof(AuthorityFiles).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string HashOf(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))))[..16];
}
