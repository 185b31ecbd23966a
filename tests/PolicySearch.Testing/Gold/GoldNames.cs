using System.Text;
using System.Text.Json;

namespace PolicySearch.Testing.Gold;

/// <summary>Which names stand for one id when an output is scored.</summary>
public sealed class GoldNames
{
    private readonly Dictionary<string, string> _ids = [];

    /// <summary>Reads <c>{id: [other names]}</c> from each file.</summary>
    /// <exception cref="InvalidDataException">A name stands for two ids.</exception>
    public static GoldNames Read(IEnumerable<string> files)
    {
        var names = new GoldNames();
        foreach (var file in files)
        {
            foreach (var (id, others) in JsonSerializer.Deserialize<Dictionary<string, string[]>>(File.ReadAllText(file))!)
            {
                foreach (var name in others.Prepend(id))
                {
                    names.Add(name, id, file);
                }
            }
        }

        return names;
    }

    /// <summary>What two ids have in common that name the same thing.</summary>
    public string Key(string id) => _ids.GetValueOrDefault(Fold(id), Fold(id));

    private void Add(string name, string id, string file)
    {
        var (folded, key) = (Fold(name), Fold(id));
        if (!_ids.TryAdd(folded, key) && _ids[folded] != key)
        {
            throw new InvalidDataException($"{file}: '{name}' names two things");
        }
    }

    // Without letter case, white space, hyphens and a leading "the".
    private static string Fold(string name)
    {
        var trimmed = name.TrimStart().ToLowerInvariant();
        var start = trimmed.StartsWith("the", StringComparison.Ordinal) && trimmed.Length > 3 && char.IsWhiteSpace(trimmed[3]) ? 3 : 0;
        var folded = new StringBuilder(trimmed.Length);
        foreach (var c in trimmed.AsSpan(start))
        {
            if (!char.IsWhiteSpace(c) && c is not ('-' or (>= '\u2010' and <= '\u2013')))
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }
}
