using System.Diagnostics;
using System.Text;
using PolicySearch.Benchmarks.Peer;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Benchmarks.Reading;

/// <summary>How many MB of text a second of one core's time go through each stage of reading: extraction, tagging, segmentation.</summary>
/// <remarks>
/// <c>reading FOLDER|FILE… [--rounds N]</c>: text, Markdown and HTML files; MB are of UTF-8 text after extraction. Processor time of one
/// thread, the median of the rounds after three seconds to warm up. <c>bytes</c> are those allocated for each code unit of text.
/// </remarks>
internal static class ReadingBench
{
    private const double WarmUpSeconds = 3;

    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--rounds");
        var rounds = at >= 0 ? int.Parse(args[at + 1], System.Globalization.CultureInfo.InvariantCulture) : 9;
        var files = (at >= 0 ? args[..at] : args).SelectMany(path => Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order() : (IEnumerable<string>)[path]);
        var sources = files.Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllBytes(file))).ToList();
        var tagger = new Tagger();
        var extractors = DocumentReader.DefaultExtractors(ExtractionLimits.Default);
        List<Document> ReadAll() => [.. sources.Select(source => extractors.First(extractor => extractor.CanRead(source)).Extract(source, default))];

        var documents = ReadAll();
        var megabytes = documents.Sum(document => Encoding.UTF8.GetByteCount(document.Text)) / 1e6;
        var units = documents.Sum(document => (long)document.Text.Length);
        var mentions = documents.ConvertAll(tagger.Tag);
        var passages = documents.Sum(document => Segmenter.Segment(document).Count);
        Console.WriteLine($"{documents.Count} documents, {megabytes:f2} MB, {passages} passages, {mentions.Sum(found => found.Count)} mentions");

        var extraction = Measure("extraction", megabytes, units, rounds, () => ReadAll());
        var tagging = Measure("tagging", megabytes, units, rounds, () => documents.ForEach(document => tagger.Tag(document)));
        var segmentation = Measure("segmentation", megabytes, units, rounds, () =>
        {
            for (var i = 0; i < documents.Count; i++)
            {
                Segmenter.Segment(documents[i], mentions[i].Select(mention => mention.Span));
            }
        });
        Console.WriteLine($"{"tagging and segmentation",-26}{megabytes / (tagging + segmentation),8:f1} MB/s");
        Console.WriteLine($"{"all three",-26}{megabytes / (extraction + tagging + segmentation),8:f1} MB/s");
        return 0;
    }

    // Seconds of processor time of one round.
    private static double Measure(string stage, double megabytes, long units, int rounds, Action work)
    {
        var seconds = new List<double>();
        var allocated = 0L;
        for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < WarmUpSeconds;)
        {
            work();
        }

        for (var round = 0; round < rounds; round++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var start = ProcessFigures.ThreadCpuMicroseconds();
            work();
            seconds.Add((ProcessFigures.ThreadCpuMicroseconds() - start) / 1e6);
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        }

        seconds.Sort();
        var median = seconds[seconds.Count / 2];
        Console.WriteLine($"{stage,-26}{megabytes / median,8:f1} MB/s   {allocated / (double)units,6:f1} bytes");
        return median;
    }
}
