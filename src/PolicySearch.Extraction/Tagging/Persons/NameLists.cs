using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>The names of <c>names.tsv</c> by class; <c>Data/names/generate.py</c> makes it and says from what.</summary>
internal sealed class NameLists
{
    private readonly NameClass[] _classes;

    private NameLists(NameClass[] classes) => _classes = classes;

    /// <summary>Reads the lists: a class and the folded names of it, parted by blanks, a line.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="symbols">Where the names become symbols, so that a name broken at a line's end is read as one word.</param>
    /// <exception cref="ArgumentException">A line's class is not known.</exception>
    public static NameLists Read(string text, SymbolTable symbols)
    {
        var found = new List<(int Symbol, NameClass Class)>(48_000);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var tab = line.IndexOf('\t');
            if (tab < 0)
            {
                continue;
            }

            var nameClass = Enum.Parse<NameClass>(line[..tab].ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            var names = line[(tab + 1)..];
            foreach (var range in names.Split(' '))
            {
                found.Add((symbols.Add(names[range]), nameClass));
            }
        }

        var classes = new NameClass[symbols.Count];
        foreach (var (symbol, nameClass) in found)
        {
            classes[symbol] |= nameClass;
        }

        return new NameLists(classes);
    }

    /// <summary>Whether the word is in one of <paramref name="classes"/>.</summary>
    public bool Is(Word word, NameClass classes) => word.Symbol >= 0 && word.Symbol < _classes.Length && (_classes[word.Symbol] & classes) != NameClass.None;
}
