using System.Xml.Linq;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.OpenDocument;

/// <summary>Reads the text of an OpenDocument paragraph: without comments and deletions; notes and text boxes are handed back.</summary>
/// <param name="builder">Takes the text.</param>
internal sealed class OdfTextReader(BlockTextBuilder builder)
{
    private List<XElement> _notes = [];
    private List<XElement> _boxes = [];

    /// <summary>The notes met since the last call, in order.</summary>
    public List<XElement> TakeNotes() => Interlocked.Exchange(ref _notes, []);

    /// <summary>The text boxes met since the last call, in order.</summary>
    public List<XElement> TakeBoxes() => Interlocked.Exchange(ref _boxes, []);

    /// <summary>What stands for a note in the text.</summary>
    public static string Mark(XElement note) => $"[{note.Child("note-citation")?.Value.Trim()}]";

    /// <summary>Reads all that stands inside an element.</summary>
    public void Read(XElement element)
    {
        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                builder.Add(text.Value, preformatted: false);
            }
            else if (node is XElement child)
            {
                ReadElement(child);
            }
        }
    }

    private void ReadElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "s" or "tab":
                builder.Add(" ", preformatted: false);
                break;
            case "line-break":
                builder.Break();
                break;
            case "note":
                builder.Add(Mark(element), preformatted: false);
                _notes.Add(element);
                break;
            case "text-box":
                _boxes.Add(element);
                break;
            case "annotation" or "annotation-end" or "ruby-text" or "tracked-changes" or "title" or "desc" or "binary-data" or "object":
                break;
            default:
                Read(element);
                break;
        }
    }
}
