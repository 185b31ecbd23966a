using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Segmentation;

/// <summary>Groups neighbouring blocks.</summary>
internal static class Neighbours
{
    /// <summary>Table cells with equal keys that stand next to each other, together; every other block alone.</summary>
    public static IEnumerable<List<Block>> GroupNeighbours<TKey>(this IEnumerable<Block> blocks, Func<Block, TKey> key)
        where TKey : IEquatable<TKey>
    {
        List<Block>? open = null;
        foreach (var block in blocks)
        {
            if (open is not null && block.Kind == BlockKind.TableCell && key(open[0]).Equals(key(block)))
            {
                open.Add(block);
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = [block];
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}
