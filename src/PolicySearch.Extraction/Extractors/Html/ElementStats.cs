using AngleSharp.Dom;
using PolicySearch.Extraction.Segmentation;

namespace PolicySearch.Extraction.Extractors.Html;

/// <summary>How much text an element holds, unseen elements left out; in characters, Han and kana as two.</summary>
/// <param name="Text">All text.</param>
/// <param name="Links">That of links.</param>
/// <param name="Good">That of paragraphs: lines long enough for a sentence, with few links.</param>
internal readonly record struct TextAmount(int Text, int Links, int Good)
{
    /// <summary>Share of links, 0 to 1.</summary>
    public double LinkDensity => Text == 0 ? 0 : (double)Links / Text;

    public static TextAmount operator +(TextAmount a, TextAmount b) => new(a.Text + b.Text, a.Links + b.Links, a.Good + b.Good);
}

/// <summary>The amounts of text of a page's elements.</summary>
internal sealed class ElementStats
{
    private const int ShortestParagraph = 60;
    private const double MostLinks = 0.5;

    private readonly Dictionary<IElement, TextAmount> _amounts = [];

    private readonly IReadOnlySet<IElement> _leftOut;

    /// <summary>Measures <paramref name="root"/> and everything in it but <paramref name="leftOut"/>.</summary>
    public ElementStats(IElement root, IReadOnlySet<IElement> leftOut)
    {
        _leftOut = leftOut;
        Measure(root, inLink: false, out var line);
        _amounts[root] += Finished(line);
    }

    /// <summary>Text of an element; zero for unseen ones.</summary>
    public TextAmount Of(IElement element) => _amounts.GetValueOrDefault(element);

    // Depth is bounded by the parser. The text of inline elements adds to the line of the block that they stand in.
    private void Measure(IElement element, bool inLink, out TextAmount line)
    {
        var sum = default(TextAmount);
        line = default;
        foreach (var node in element.ChildNodes)
        {
            if (node is IText text)
            {
                var length = Length(text.Data);
                line += new TextAmount(length, inLink ? length : 0, 0);
                sum += new TextAmount(length, inLink ? length : 0, 0);
            }
            else if (node is IElement child && !HtmlElements.IsUnseen(child) && !_leftOut.Contains(child))
            {
                Measure(child, inLink || child.LocalName == "a", out var childLine);
                var amount = _amounts[child];
                if (HtmlElements.IsBlock(child))
                {
                    var finished = Finished(childLine);
                    _amounts[child] = amount + finished;
                    sum += amount + finished;
                }
                else
                {
                    line += childLine;
                    sum += amount;
                }
            }
        }

        _amounts[element] = sum;
    }

    private static TextAmount Finished(TextAmount line) =>
        line.Text >= ShortestParagraph && line.LinkDensity < MostLinks ? new TextAmount(0, 0, line.Text - line.Links) : default;

    private static int Length(string text)
    {
        var length = 0;
        foreach (var c in text)
        {
            length += char.IsWhiteSpace(c) ? 0 : WordCount.IsWide(c) ? 2 : 1;
        }

        return length;
    }
}
