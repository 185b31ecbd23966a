using System.Xml.Linq;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>Reads the text of a Word paragraph: without what was deleted, hidden or is a field's code.</summary>
/// <param name="builder">Takes the text.</param>
internal sealed class WordRunReader(BlockTextBuilder builder)
{
    /// <summary>Notes that were referred to since the last call of <see cref="TakeNotes"/>.</summary>
    private readonly List<(bool IsEndnote, string Id)> _notes = [];

    /// <summary>Text boxes anchored in the text since the last call of <see cref="TakeBoxes"/>.</summary>
    private readonly List<XElement> _boxes = [];

    /// <summary>What is written in place of a note's reference, such as <c>[1]</c>.</summary>
    public Func<bool, string, string>? MarkOf { get; init; }

    /// <summary>The notes referred to, in order; forgets them.</summary>
    public List<(bool IsEndnote, string Id)> TakeNotes() => Take(_notes);

    /// <summary>The text boxes met, in order; forgets them.</summary>
    public List<XElement> TakeBoxes() => Take(_boxes);

    /// <summary>Reads all that stands inside an element.</summary>
    public void Read(XElement element)
    {
        foreach (var child in element.Elements())
        {
            ReadOne(child);
        }
    }

    private void ReadOne(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "t":
                builder.Add(element.Value, preformatted: false);
                break;
            case "tab" or "ptab":
                builder.Add(" ", preformatted: false);
                break;
            case "br" or "cr":
                builder.Break();
                break;
            case "noBreakHyphen":
                builder.Add("-", preformatted: false);
                break;
            case "footnoteReference" or "endnoteReference":
                AddNote(element);
                break;
            case "r" when IsHidden(element):
                builder.Notes.Count("stretch of hidden text was left out", "stretches of hidden text were left out");
                break;
            case "chart" or "relIds" or "OLEObject":
                builder.Notes.Count("chart, diagram or embedded object was not read", "charts, diagrams or embedded objects were not read");
                break;
            case "pPr" or "rPr" or "del" or "moveFrom" or "instrText" or "delText" or "rt" or "Fallback" or "sdtPr" or "fldData":
                break;
            case "txbxContent":
                _boxes.Add(element);
                break;
            default:
                Read(element);
                break;
        }
    }

    private void AddNote(XElement reference)
    {
        if (reference.Value("id") is not { } id || reference.Value("customMarkFollows") is "1" or "true")
        {
            return;
        }

        var isEndnote = reference.Name.LocalName == "endnoteReference";
        _notes.Add((isEndnote, id));
        builder.Add(MarkOf?.Invoke(isEndnote, id) ?? "", preformatted: false);
    }

    private static bool IsHidden(XElement run) => run.Path("rPr", "vanish") is { } vanish && vanish.Value("val") is not ("0" or "false");

    private static List<T> Take<T>(List<T> from)
    {
        var taken = from.ToList();
        from.Clear();
        return taken;
    }
}
