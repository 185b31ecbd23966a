using System.Globalization;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.Crash;

/// <summary>A folder of sources that goes to and fro between two states: in the second a quarter of the files is gone, and half of the others has another end.</summary>
internal sealed class ChangingSources
{
    /// <summary>Enough documents that most of a run is spent in ingestion.</summary>
    private const int Copies = 12;

    private readonly List<(string Path, string Text)> _files = [];

    public ChangingSources(TemporaryFolder folder)
    {
        Folder = folder.CopySeeds();
        foreach (var seed in Directory.GetFiles(Folder).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(seed);
            for (var copy = 0; copy < Copies; copy++)
            {
                _files.Add((Path.Combine(Folder, $"{Path.GetFileNameWithoutExtension(seed)}-{copy}.txt"), Invariant($"{text}\n\nCopy number {copy}.\n")));
            }
        }
    }

    public string Folder { get; }

    /// <summary>Puts the folder into state 0 or 1.</summary>
    public void Put(int state)
    {
        for (var i = 0; i < _files.Count; i++)
        {
            var (path, text) = _files[i];
            if (state == 1 && i % 4 == 0)
            {
                File.Delete(path);
            }
            else
            {
                File.WriteAllText(path, state == 1 && i % 4 < 3 ? text + "\n\nAn addition of 2019 by METI.\n" : text);
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
