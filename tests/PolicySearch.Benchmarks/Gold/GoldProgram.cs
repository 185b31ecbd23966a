using System.Globalization;
using PolicySearch.Extraction;
using PolicySearch.Testing.Gold;

namespace PolicySearch.Benchmarks.Gold;

/// <summary>
/// Prints the scores that <c>docs/quality.md</c> states: <c>gold tags|blocks [seeds|development|opened|held-out]… [--errors N]</c>,
/// without a set those that may be read.
/// </summary>
internal static class GoldProgram
{
    public static int Run(string[] args)
    {
        var at = Array.IndexOf(args, "--errors");
        var errors = 0;
        if (args is not ["tags" or "blocks", ..] || (at >= 0 && (at + 1 >= args.Length || !int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out errors))))
        {
            return Usage();
        }

        string[] names = at < 0 ? args[1..] : [.. args[1..at], .. args[(at + 2)..]];
        var sets = names.Length == 0 ? [GoldSet.Seeds, GoldSet.Development, GoldSet.Opened] : names.Select(name => GoldSet.All.FirstOrDefault(set => set.Name == name)).ToArray();
        if (Array.Exists(sets, set => set is null))
        {
            return Usage();
        }

        var reader = DocumentReader.CreateDefault();
        foreach (var set in sets)
        {
            // What is held out stays unread.
            var shown = set == GoldSet.HeldOut ? 0 : errors;
            Console.WriteLine($"{args[0]} of {set!.Name}");
            if (args[0] == "tags" && set.HasMentions)
            {
                PrintTags(set, MentionScore.Of(set, reader), shown);
            }
            else if (args[0] == "blocks" && set.HasBlocks)
            {
                PrintBlocks(BlockScore.Of(set, reader), shown);
            }
        }

        return 0;
    }

    private static void PrintTags(GoldSet set, MentionScore score, int errors)
    {
        Console.WriteLine(score.Table);
        Print("misses", [.. score.Misses.Select(set.Show)], errors);
        Print("false alarms", [.. score.FalseAlarms.Select(set.Show)], errors);
    }

    private static void PrintBlocks(BlockScore score, int errors)
    {
        Console.WriteLine(score.Table);
        Console.WriteLine(new ScoreTable([score.Starts]));
        Print("lines of another kind (gold -> read)", score.Errors, errors);
    }

    private static void Print(string title, IReadOnlyList<string> lines, int most)
    {
        if (most > 0)
        {
            Console.WriteLine($"{title}: {lines.Count}" + (most < lines.Count ? $", the first {most}" : ""));
            foreach (var line in lines.Take(most))
            {
                Console.WriteLine("  " + line);
            }

            Console.WriteLine();
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("usage: gold tags|blocks [seeds|development|opened|held-out]... [--errors N]");
        return 2;
    }
}
