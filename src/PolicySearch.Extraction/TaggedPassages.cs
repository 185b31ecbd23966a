using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Text;

namespace PolicySearch.Extraction;

/// <summary>Gives passages their ids and the mentions that stand in their blocks.</summary>
internal static class TaggedPassages
{
    /// <summary>All passages with ids; equal texts of one document are numbered.</summary>
    public static IReadOnlyList<TaggedPassage> Create(string documentId, Document document, IReadOnlyList<Passage> passages, IReadOnlyList<Mention> mentions)
    {
        var shares = Distribute(passages, mentions);
        return Renamed(documentId, document, [.. passages.Select(passage => new TaggedPassage("", passage, shares[passage.Ordinal]))]);
    }

    /// <summary>Passages with the ids that they have in the document of this id.</summary>
    public static IReadOnlyList<TaggedPassage> Renamed(string documentId, Document document, IReadOnlyList<TaggedPassage> passages)
    {
        var seen = new Dictionary<string, int>(passages.Count);
        var renamed = new List<TaggedPassage>(passages.Count);
        foreach (var passage in passages)
        {
            var text = Whitespace.Collapse(passage.Passage.Span.Of(document.Text));
            var duplicate = seen.GetValueOrDefault(text);
            seen[text] = duplicate + 1;
            renamed.Add(passage with { Id = PassageIds.ForPassage(documentId, text, duplicate) });
        }

        return renamed;
    }

    // A mention belongs to the passage of the block in which it begins; blocks rise over the passages.
    private static List<Mention>[] Distribute(IReadOnlyList<Passage> passages, IReadOnlyList<Mention> mentions)
    {
        var shares = new List<Mention>[passages.Count];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = [];
        }

        var blocks = passages.SelectMany(passage => passage.Blocks.Select(block => (block.Span, passage.Ordinal))).ToList();
        var at = 0;
        foreach (var mention in mentions.OrderBy(mention => mention.Span.Start).ThenBy(mention => mention.Span.End))
        {
            while (at < blocks.Count && blocks[at].Span.End <= mention.Span.Start)
            {
                at++;
            }

            if (at < blocks.Count && blocks[at].Span.Overlaps(mention.Span))
            {
                shares[blocks[at].Ordinal].Add(mention);
            }
        }

        return shares;
    }
}
