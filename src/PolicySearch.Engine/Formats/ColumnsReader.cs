using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>The columns of a segment; see <see cref="ColumnsFormat"/>.</summary>
internal sealed class ColumnsReader
{
    public ColumnsReader(IndexInput input, int maxDoc, Func<string, TermsReader?> terms)
    {
        var meta = input.ReadMeta();
        for (var left = meta.ReadInt32(); left > 0; left--)
        {
            var name = meta.ReadString();
            switch (meta.ReadByte())
            {
                case ColumnsFormat.Number:
                    Numbers[name] = new NumberColumn(input, ref meta, maxDoc);
                    break;
                case ColumnsFormat.Keyword:
                    Keywords[name] = new KeywordColumn(input, ref meta, maxDoc, terms(name));
                    break;
                case ColumnsFormat.Interval:
                    Intervals[name] = new IntervalColumn(input, ref meta, maxDoc);
                    break;
                case var kind:
                    throw meta.Damaged($"expected a kind of column from 1 to 3, found {kind}");
            }
        }
    }

    public Dictionary<string, NumberColumn> Numbers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, KeywordColumn> Keywords { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IntervalColumn> Intervals { get; } = new(StringComparer.Ordinal);
}
