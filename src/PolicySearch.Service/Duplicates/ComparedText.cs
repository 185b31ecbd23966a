using PolicySearch.Extraction;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Duplicates;

/// <summary>A passage as it is compared with one that its sketch resembles.</summary>
internal sealed class ComparedText
{
    /// <summary>Least resemblance of copies: an edited word in forty, or a sentence more in a long passage.</summary>
    private const double LeastResemblance = 0.8;

    private readonly HashSet<ulong> _shingles;
    private readonly IReadOnlyList<ulong> _numbers;
    private readonly HashSet<(MentionType, string)> _names;

    /// <param name="text">The passage's text, from the start of its span.</param>
    /// <param name="tagged">The passage.</param>
    public ComparedText(string text, TaggedPassage tagged)
    {
        var passage = tagged.Passage;
        var units = TextUnits.Of(text, passage.Span.Start, passage.Blocks);
        _shingles = [.. units.Shingles()];
        _numbers = units.Numbers;
        _names = [.. tagged.Mentions.Where(mention => mention.Years is null).Select(mention => (mention.Type, mention.Id))];
    }

    /// <summary>Whether the two say the same in nearly the same words. Passages of one template do not: they differ in a number or in whom they name.</summary>
    public bool IsCopyOf(ComparedText other) =>
        _numbers.SequenceEqual(other._numbers) && _names.SetEquals(other._names) && ResemblanceTo(other) >= LeastResemblance;

    private double ResemblanceTo(ComparedText other)
    {
        var shared = _shingles.Count(other._shingles.Contains);
        return (double)shared / Math.Max(1, _shingles.Count + other._shingles.Count - shared);
    }
}
