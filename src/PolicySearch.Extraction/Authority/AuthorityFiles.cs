using System.Security.Cryptography;
using System.Text;

namespace PolicySearch.Extraction.Authority;

/// <summary>The entries of all authority files, and the words that the rules know.</summary>
public sealed class AuthorityFiles
{
    private const string WordsFile = "words.yaml";

    private static readonly Lazy<AuthorityFiles> LazyBuiltIn = new(LoadBuiltIn);

    private AuthorityFiles(IReadOnlyList<AuthorityEntry> entries, string words, string hash)
    {
        Entries = entries;
        Words = words;
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

    /// <summary>These files with one more, whose entries replace those of the same type and id.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="AuthorityException">The content breaks the schema.</exception>
    public AuthorityFiles With(string name, string text)
    {
        var added = AuthorityReader.Read(name, text);
        var replaced = added.Select(entry => (entry.Type, entry.Id)).ToHashSet();
        AuthorityEntry[] entries = [.. added, .. Entries.Where(entry => !replaced.Contains((entry.Type, entry.Id)))];
        AuthorityReader.Validate(entries);
        return new AuthorityFiles(entries, Words, HashOf([Hash, text]));
    }

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

        return new AuthorityFiles(entries, texts[Array.IndexOf(names, WordsFile)], HashOf(texts));
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
