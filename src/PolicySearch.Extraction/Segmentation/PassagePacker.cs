using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>Packs the blocks of one section into passages of about 60 to 200 words.</summary>
/// <param name="text">The document's text.</param>
/// <param name="cutter">Cuts long blocks.</param>
internal sealed class PassagePacker(string text, BlockCutter cutter)
{
    private readonly record struct Group(PassageKind Kind, int? Table);

    /// <summary>The blocks of each passage, in order; the first begins with the section's headings.</summary>
    public List<List<Block>> Pack(Section section)
    {
        var packs = new List<List<PassageAtom>>();
        var heads = PackHeads(section, packs);
        var open = heads;
        Group? last = null;
        foreach (var atom in RowGroups(WithCaptions(section.Body)).SelectMany(AtomsOfRowGroup))
        {
            var group = GroupOf(atom.Blocks[0]);
            if (last is { } before && before != group)
            {
                Close(packs, open);
                open = [];
            }

            Add(packs, ref open, atom);
            last = group;
        }

        Close(packs, open);
        return WithLeadIns(JoinTiny(packs)).ConvertAll(pack => pack.SelectMany(atom => atom.Blocks).ToList());
    }

    // Where a list goes on in another passage, its first item there knows what led to it.
    private List<List<PassageAtom>> WithLeadIns(List<List<PassageAtom>> packs)
    {
        TextSpan? leadIn = null;
        foreach (var pack in packs)
        {
            var first = pack[0];
            if (first.IsListItem && leadIn is { } before)
            {
                pack[0] = first with { Blocks = [first.Blocks[0] with { LeadIn = before }, .. first.Blocks.Skip(1)] };
            }

            foreach (var atom in pack.Where(atom => !atom.IsListItem))
            {
                leadIn = atom.IsLeadIn(text) ? atom.Blocks[^1].Span : null;
            }
        }

        return packs;
    }

    // So many headings without text between them that they fill a passage themselves.
    private List<PassageAtom> PackHeads(Section section, List<List<PassageAtom>> packs)
    {
        var open = new List<PassageAtom>();
        foreach (var atom in section.Heads.SelectMany(cutter.Cut).Select(part => PassageAtom.Of(text, part)))
        {
            if (Words(open) + atom.Words > PassageSize.Good)
            {
                Close(packs, open);
                open = [];
            }

            open.Add(atom);
        }

        return open;
    }

    // What stands over a table says what it is about, and goes with it.
    private static List<Block> WithCaptions(IReadOnlyList<Block> body)
    {
        var blocks = body.ToList();
        for (var i = blocks.Count - 2; i >= 0; i--)
        {
            if (blocks[i].Kind == BlockKind.Caption && blocks[i + 1].Table is { } table)
            {
                blocks[i] = blocks[i] with { Table = table };
            }
        }

        return blocks;
    }

    // The rows under one heading ("Budget: overall, annual, source") with that heading; what is in no table, block by block.
    private static IEnumerable<List<Block>> RowGroups(IReadOnlyList<Block> body)
    {
        var headings = body.Select(block => block.RowGroup).OfType<TextSpan>().ToHashSet();
        return body.GroupNeighbours(block =>
        {
            var heading = block.RowGroup ?? (headings.Contains(block.Span) ? block.Span : null);
            return (GroupOf(block), heading, heading is null && block.Kind == BlockKind.TableCell ? block.Row : null);
        });
    }

    // Rows of one heading stay together if they fit.
    private IEnumerable<PassageAtom> AtomsOfRowGroup(List<Block> blocks)
    {
        var whole = PassageAtom.Of(text, blocks);
        return blocks[0].Kind == BlockKind.TableCell && whole.Words > PassageSize.Good
            ? blocks.GroupNeighbours(block => block.Row ?? -1).SelectMany(AtomsOf)
            : AtomsOf(blocks);
    }

    private IEnumerable<PassageAtom> AtomsOf(List<Block> blocks)
    {
        var whole = PassageAtom.Of(text, blocks);
        var staysWhole = blocks[0].Kind == BlockKind.TableCell && whole.Words <= PassageSize.Most;
        return staysWhole ? [whole] : blocks.SelectMany(cutter.Cut).Select(part => PassageAtom.Of(text, part));
    }

    private void Add(List<List<PassageAtom>> packs, ref List<PassageAtom> open, PassageAtom atom)
    {
        var words = Words(open);
        var sum = words + atom.Words;
        var isInList = open.Count > 0 && atom.IsListItem && (open[^1].IsListItem || open[^1].IsLeadIn(text));
        var fits = sum <= PassageSize.Good || (words < PassageSize.Tiny && sum <= PassageSize.MostWithTiny)
            || ((words < PassageSize.Least || isInList) && sum <= PassageSize.Most);
        if (open.Count > 0 && !fits && !IsOnlyHeads(open))
        {
            // A list takes its lead-in along.
            var leadIn = atom.IsListItem && open.Count > 1 && open[^1].IsLeadIn(text) && !IsOnlyHeads(open[..^1]) ? open[^1] : null;
            Close(packs, leadIn is null ? open : open[..^1]);
            open = leadIn is null ? [] : [leadIn];
        }

        open.Add(atom);
    }

    private static void Close(List<List<PassageAtom>> packs, List<PassageAtom> open)
    {
        if (open.Count > 0)
        {
            packs.Add(open);
        }
    }

    // What is left over goes to a neighbour of its kind; a few words of text, to any neighbour that is not apart by nature.
    private static List<List<PassageAtom>> JoinTiny(List<List<PassageAtom>> packs)
    {
        var joined = new List<List<PassageAtom>>(packs.Count);
        foreach (var second in packs)
        {
            if (joined.Count == 0)
            {
                joined.Add(second);
                continue;
            }

            var first = joined[^1];
            var isSame = GroupOf(first[^1].Blocks[0]) == GroupOf(second[0].Blocks[0]);
            var canMix = IsText(first) && IsText(second) && !IsOnlyHeads(second);
            var smaller = Math.Min(Words(first), Words(second));
            var sum = Words(first) + Words(second);
            var isSmall = (isSame && (smaller < PassageSize.Least * 2 / 3 || (smaller < PassageSize.Least && sum <= PassageSize.Most))) || (canMix && smaller < PassageSize.Tiny);
            if (isSmall && !IsOnlyHeads(first) && sum <= PassageSize.MostWithTiny)
            {
                first.AddRange(second);
            }
            else
            {
                joined.Add(second);
            }
        }

        return joined;
    }

    private static bool IsText(List<PassageAtom> pack) => GroupOf(pack[^1].Blocks[0]).Kind is PassageKind.Text or PassageKind.Table;

    private static bool IsOnlyHeads(List<PassageAtom> pack) => pack.TrueForAll(atom => atom.Blocks[0].Kind is BlockKind.Title or BlockKind.Heading);

    private static int Words(List<PassageAtom> pack) => pack.Sum(atom => atom.Words);

    private static Group GroupOf(Block block) => block.Kind switch
    {
        BlockKind.TableCell => new Group(PassageKind.Table, block.Table),
        BlockKind.Caption when block.Table is not null => new Group(PassageKind.Table, block.Table),
        BlockKind.Footnote => new Group(PassageKind.Footnote, null),
        BlockKind.Reference => new Group(PassageKind.Reference, null),
        BlockKind.Caption => new Group(PassageKind.Caption, null),
        _ => new Group(PassageKind.Text, null),
    };
}
