using System.Globalization;
using System.Text;
using PolicySearch.Service.Search;
using Spectre.Console;

namespace PolicySearch.Host.Output;

/// <summary>Prints an answer for people: in colour on a terminal, as plain lines elsewhere.</summary>
internal sealed class HitPrinter(TextWriter output, bool isTerminal)
{
    private readonly IAnsiConsole? _console = isTerminal ? AnsiConsole.Console : null;

    public void Print(SearchResponse response, int offset)
    {
        if (response.Hits.Count == 0)
        {
            Line($"{Number(response.Total)} passages" + (offset > 0 && response.Total > 0 ? $", none after {offset}" : ""));
        }
        else
        {
            Line($"{offset + 1}-{offset + response.Hits.Count} of {Number(response.Total)} passages ({response.TookMs.ToString("0.#", CultureInfo.InvariantCulture)} ms)");
        }

        for (var i = 0; i < response.Hits.Count; i++)
        {
            Line("");
            PrintHit(offset + i + 1, response.Hits[i]);
        }

        foreach (var (name, values) in response.Facets)
        {
            Line("");
            Bold(name);
            foreach (var value in values)
            {
                Line($"  {Number(value.Count),8}  {value.Value}" + (value.Label == value.Value ? "" : $"  {value.Label}"));
            }
        }
    }

    private void PrintHit(int number, SearchHit hit)
    {
        Bold($"{number}. {hit.Document.Title ?? hit.Document.Source}");
        Line($"   {hit.Document.Source}{Page(hit.Page)} [{hit.Start}..{hit.End}] {hit.Kind}, score {hit.Score.ToString("0.###", CultureInfo.InvariantCulture)}, {hit.Id}");
        if (hit.Heading.Count > 0)
        {
            Line("   " + string.Join(" > ", hit.Heading));
        }

        foreach (var block in hit.Blocks)
        {
            PrintBlock(hit, block.Start - hit.Start, block.End - hit.Start);
        }

        foreach (var copy in hit.Duplicates ?? [])
        {
            Line($"   also in {copy.Document.Source}{Page(copy.Page)}, {copy.Id}");
        }
    }

    private void PrintBlock(SearchHit hit, int from, int to)
    {
        Part("   ", marked: false);
        foreach (var mark in hit.Highlights.Where(mark => mark[0] >= from && mark[1] <= to))
        {
            Part(hit.Text[from..mark[0]], marked: false);
            Part(hit.Text[mark[0]..mark[1]], marked: true);
            from = mark[1];
        }

        Part(hit.Text[from..to], marked: false);
        Line("");
    }

    private void Line(string text)
    {
        Part(text, marked: false);
        output.WriteLine();
    }

    private void Bold(string text)
    {
        if (_console is null)
        {
            output.WriteLine(Clean(text));
            return;
        }

        output.Flush();
        _console.WriteLine(Clean(text), new Style(decoration: Decoration.Bold));
    }

    private void Part(string text, bool marked)
    {
        if (_console is null || !marked)
        {
            output.Write(Clean(text));
            return;
        }

        output.Flush();
        _console.Write(Clean(text), new Style(Color.Yellow, decoration: Decoration.Bold));
    }

    /// <summary>A document's text may hold control characters, which must not reach a terminal.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        return clean.ToString();
    }

    private static string Page(int? page) => page is { } number ? $", page {number}" : "";

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
