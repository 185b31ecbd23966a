using System.Globalization;

namespace PolicySearch.Benchmarks.Ingestion;

/// <summary>Makes a folder of small documents: <c>folder DIR NUMBER</c>, for measuring ingestion.</summary>
/// <remarks>Each is 40 to 160 words of the starter documents, from a place chosen at random with a fixed seed, a thousand in a folder. The same call makes the same files.</remarks>
internal static class SmallDocuments
{
    private const int Seed = 1;
    private const int FilesInFolder = 1000;

    public static int Run(string folder, string number)
    {
        var words = Directory.GetFiles("seeds", "*.txt").Order(StringComparer.Ordinal)
            .SelectMany(file => File.ReadAllText(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToArray();
        var random = new Random(Seed);
        var count = int.Parse(number, CultureInfo.InvariantCulture);
        for (var i = 0; i < count; i++)
        {
            var length = random.Next(40, 161);
            var from = random.Next(words.Length - length);
            var part = Directory.CreateDirectory(Path.Combine(folder, Invariant($"{i / FilesInFolder:000}"))).FullName;
            File.WriteAllText(Path.Combine(part, Invariant($"report-{i:000000}.txt")), Invariant($"Report number {i}\n\n{string.Join(' ', words, from, length)}.\n"));
        }

        Console.WriteLine(Invariant($"{count} documents in {folder}"));
        return 0;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
