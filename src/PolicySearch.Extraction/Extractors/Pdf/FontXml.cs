using System.Xml;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Reads fonts out of <c>pdftohtml -xml</c>, as <c>pdftotext</c> does not tell them: headings in bold are often no larger than the text.</summary>
internal static class FontXml
{
    private const int MostEntries = 20_000;

    /// <summary>The runs of each page, by its number.</summary>
    /// <param name="output">The program's output.</param>
    /// <param name="outline">Takes the entries of the outline.</param>
    /// <param name="pages">The pages, for their widths: the program gives whole pixels.</param>
    public static Dictionary<int, List<FontRun>> Read(Stream output, IReadOnlyList<PdfPage> pages, List<OutlineEntry> outline)
    {
        using var xml = ProgramXml.Open(output);
        var sizes = new Dictionary<string, double>();
        var runs = new Dictionary<int, List<FontRun>>();
        var scale = 1.0;
        var depth = 0;
        List<FontRun> page = [];
        while (xml.Read())
        {
            depth += xml.LocalName != "outline" || xml.IsEmptyElement ? 0 : xml.NodeType == XmlNodeType.Element ? 1 : -1;
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "page")
            {
                var number = (int)ProgramXml.Number(xml, "number");
                var pixels = ProgramXml.Number(xml, "width");
                scale = number >= 1 && number <= pages.Count && pixels > 0 ? pages[number - 1].Width / pixels : 1;
                runs[number] = page = [];
            }
            else if (xml.LocalName == "fontspec")
            {
                sizes[xml.GetAttribute("id") ?? string.Empty] = ProgramXml.Number(xml, "size");
            }
            else if (xml.LocalName == "text")
            {
                page.Add(Run(xml, sizes, scale));
            }
            else if (xml.LocalName == "item" && outline.Count < MostEntries)
            {
                outline.Add(new OutlineEntry((int)ProgramXml.Number(xml, "page"), depth, Text(xml)));
            }
        }

        return runs;
    }

    /// <summary>The page with the fonts of its lines.</summary>
    public static PdfPage Apply(PdfPage page, List<FontRun> runs)
    {
        const double Band = 20;
        var bands = new Dictionary<int, List<FontRun>>();
        foreach (var run in runs)
        {
            var key = (int)(run.Box.MiddleY / Band);
            if (!bands.TryGetValue(key, out var band))
            {
                bands.Add(key, band = []);
            }

            band.Add(run);
        }

        return page with { Lines = [.. page.Lines.Select(line => WithFont(line, Enumerable.Range((int)(line.Box.MiddleY / Band) - 1, 3).SelectMany(key => bands.GetValueOrDefault(key) ?? [])))] };
    }

    private static FontRun Run(XmlReader xml, Dictionary<string, double> sizes, double scale)
    {
        var (left, top) = (ProgramXml.Number(xml, "left") * scale, ProgramXml.Number(xml, "top") * scale);
        var box = new Box(left, top, left + (ProgramXml.Number(xml, "width") * scale), top + (ProgramXml.Number(xml, "height") * scale));
        var size = sizes.GetValueOrDefault(xml.GetAttribute("font") ?? string.Empty) * scale;
        return new FontRun(box, size, !xml.IsEmptyElement && IsBold(xml));
    }

    private static string Text(XmlReader xml) => !xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text ? xml.Value : string.Empty;

    private static bool IsBold(XmlReader xml)
    {
        var depth = 0;
        var balance = 0;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "text"))
        {
            if (xml.LocalName == "b")
            {
                depth += xml.NodeType == XmlNodeType.Element ? 1 : -1;
            }
            else if (xml.NodeType == XmlNodeType.Text)
            {
                balance += depth > 0 ? xml.Value.Length : -xml.Value.Length;
            }
        }

        return balance > 0;
    }

    private static PdfLine WithFont(PdfLine line, IEnumerable<FontRun> runs)
    {
        var near = runs.Where(run => run.Size > 0 && Shared(run, line) > 0 && run.Box.IsBeside(line.Box)).ToList();
        if (near.Count == 0)
        {
            return line;
        }

        // A box that is too high touches the lines above and below; the run that begins and ends as the line does is its own.
        var own = near.MaxBy(run => Shared(run, line) / (run.Box.Width + line.Box.Width - Shared(run, line)));
        var (width, size, bold) = (0.0, 0.0, 0.0);
        foreach (var run in near.Where(run => run.Box.IsBeside(own.Box)))
        {
            var shared = Shared(run, line);
            width += shared;
            size += shared * run.Size;
            bold += run.IsBold ? shared : 0;
        }

        return width <= 0.3 * line.Box.Width ? line : AtHeightOf(line, own.Box) with { Size = size / width, IsBold = bold > 0.7 * width };
    }

    private static double Shared(FontRun run, PdfLine line) => Math.Min(run.Box.Right, line.Box.Right) - Math.Max(run.Box.Left, line.Box.Left);

    // Of fonts drawn by programs (Type 3) pdftotext takes the height for twice what it is.
    private static PdfLine AtHeightOf(PdfLine line, Box run)
    {
        return run.Height >= 0.7 * line.Box.Height
            ? line
            : line with { Box = Lower(line.Box), Words = [.. line.Words.Select(word => word with { Box = Lower(word.Box) })] };

        Box Lower(Box box) => box.Height > 1.4 * run.Height ? box with { Top = run.Top, Bottom = run.Bottom } : box;
    }
}
