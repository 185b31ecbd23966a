using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tags;

/// <summary>Lists the tags of one reader, under its lease.</summary>
internal sealed class TagLister(IndexReader reader, Taggers taggers)
{
    /// <summary>The tags asked for, with their counts.</summary>
    public TagCountList Count(TagRequest request, IReadOnlyList<MentionType> types)
    {
        var (total, tags) = Select(request, types);
        return new TagCountList(total, [.. tags.Select(tag => tag.Count)]);
    }

    /// <summary>The same with the forms in which passages name them.</summary>
    public TagList List(TagRequest request, IReadOnlyList<MentionType> types)
    {
        var (total, tags) = Select(request, types);
        return new TagList(total, new VariantReader(reader).Read(tags));
    }

    private (int Total, IReadOnlyList<(MentionType Type, TagCount Count)> Tags) Select(TagRequest request, IReadOnlyList<MentionType> types)
    {
        var counter = new TagCounter(reader);
        var total = 0;
        var selected = new List<(MentionType, TagCount)>();
        foreach (var type in types)
        {
            var fits = Filter(type, request.Text.Trim());
            var tags = counter.Run(type).Where(pair => pair.Value.Passages >= request.Min && fits(pair.Key)).ToList();
            total += tags.Count;
            selected.AddRange(tags
                .OrderByDescending(pair => pair.Value.Passages)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(request.Limit)
                .Select(pair => (type, new TagCount(Spelling.Of(type), pair.Key, pair.Value.Passages, pair.Value.Documents))));
        }

        return (total, selected);
    }

    private Func<string, bool> Filter(MentionType type, string text)
    {
        if (text.Length == 0)
        {
            return _ => true;
        }

        var known = type == MentionType.Year ? null : taggers.Of(reader).Resolve(type, text);
        var part = PassageSchema.Analyzer.Normalize(text);
        return id => id == known || PassageSchema.Analyzer.Normalize(id).Contains(part, StringComparison.Ordinal);
    }
}
