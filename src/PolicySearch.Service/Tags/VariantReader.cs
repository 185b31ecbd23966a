using PolicySearch.Engine.Segments;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tags;

/// <summary>Reads in which forms passages name certain tags. One pass over the passages that have one of them; memory grows with the forms, not with the passages.</summary>
internal sealed class VariantReader(IndexReader reader)
{
    /// <summary>Most forms of a tag that are kept; the rest is rare by then.</summary>
    private const int MaxVariants = 1000;

    private readonly Dictionary<(MentionType Type, string Id), Dictionary<string, Variant>> _variants = [];

    /// <summary>The tags with their forms, in their order.</summary>
    public IReadOnlyList<TagListing> Read(IReadOnlyList<(MentionType Type, TagCount Count)> tags)
    {
        foreach (var (type, count) in tags)
        {
            _variants[(type, count.Id)] = new Dictionary<string, Variant>(StringComparer.Ordinal);
        }

        var selection = new TagSelection(tags.GroupBy(tag => tag.Type).ToDictionary(
            group => group.Key, group => group.Select(tag => tag.Count.Id).ToHashSet(StringComparer.Ordinal)));
        foreach (var segment in reader.Segments)
        {
            foreach (var (record, doc) in selection.Passages(segment))
            {
                Read(segment, record, PassageMapper.PassageOf(segment, doc));
            }
        }

        return [.. tags.Select(tag => new TagListing(tag.Count.Type, tag.Count.Id, tag.Count.Passages, tag.Count.Documents, Variants(tag.Type, tag.Count.Id)))];
    }

    private void Read(SegmentReader segment, int record, TaggedPassage tagged)
    {
        var span = tagged.Passage.Span;
        string? text = null;
        foreach (var mention in tagged.Mentions)
        {
            if (!_variants.TryGetValue((mention.Type, mention.Id), out var variants))
            {
                continue;
            }

            text ??= segment.RecordText(record, span.Start, span.End);
            var said = CleanName.Of(text, mention.Span.Start - span.Start, mention.Span.End - span.Start);
            if (!variants.TryGetValue(said, out var variant))
            {
                if (variants.Count == MaxVariants)
                {
                    continue;
                }

                var source = CatalogueEntry.FromBytes(segment.RecordData(record)).Address;
                variants[said] = variant = new Variant(new TagExample(tagged.Id, source, Excerpt.Around(text, span.Start, tagged.Passage, mention.Span)));
            }

            variant.Mentions++;
            variant.Local &= mention.IsLocal;
        }
    }

    private IReadOnlyList<TagVariant> Variants(MentionType type, string id) =>
    [
        .. _variants[(type, id)]
            .OrderByDescending(pair => pair.Value.Mentions)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new TagVariant(pair.Key, pair.Value.Mentions, pair.Value.Local, pair.Value.Example)),
    ];

    private sealed class Variant(TagExample example)
    {
        public TagExample Example { get; } = example;

        public int Mentions { get; set; }

        public bool Local { get; set; } = true;
    }
}
