using PolicySearch.Extraction;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Duplicates;

/// <summary>A passage as it is compared with one that its sketch resembles.</summary>
/// <remarks>
/// A copy may leave words out, add some, or spell one otherwise. It never has one word in the place of another: that is how the
/// passages of one template differ, which say the same of another town, year or sum.
/// </remarks>
internal sealed class ComparedText
{
    /// <summary>Least resemblance of copies: an edited word in twenty-five, or a third of the passage left out.</summary>
    private const double LeastResemblance = 0.7;

    private readonly TextUnits _text;
    private readonly HashSet<ulong> _shingles;
    private readonly HashSet<(MentionType, string)> _names;

    /// <param name="text">The passage's text, from the start of its span.</param>
    /// <param name="tagged">The passage.</param>
    public ComparedText(string text, TaggedPassage tagged)
    {
        _text = TextUnits.Of(text, tagged.Passage.Span.Start, tagged.Passage.Blocks);
        _shingles = [.. _text.Shingles()];
        _names = [.. tagged.Mentions.Where(mention => mention.Years is null).Select(mention => (mention.Type, mention.Id))];
    }

    /// <summary>Whether the two are copies of each other.</summary>
    public bool IsCopyOf(ComparedText other) =>
        _names.SetEquals(other._names) &&
        _text.Numbers.SequenceEqual(other._text.Numbers) &&
        ResemblanceTo(other) >= LeastResemblance &&
        TextDifference.Between(_text.Units, other._text.Units).All(difference => difference.IsSlight);

    private double ResemblanceTo(ComparedText other)
    {
        var shared = _shingles.Count(other._shingles.Contains);
        return (double)shared / Math.Max(1, _shingles.Count + other._shingles.Count - shared);
    }
}
