using System.Text;
using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class TermRangeWeight(TermRangeQuery query, float boost) : TermSetWeight(query.Field, boost, query.ToString())
{
    private readonly byte[]? _from = query.From is null ? null : Encoding.UTF8.GetBytes(query.From);
    private readonly byte[]? _to = query.To is null ? null : Encoding.UTF8.GetBytes(query.To);

    protected override ReadOnlySpan<byte> First => _from;

    protected override bool IsPastEnd(ReadOnlySpan<byte> term)
    {
        if (_to is null)
        {
            return false;
        }

        var order = term.SequenceCompareTo(_to);
        return order > 0 || (order == 0 && !query.IncludeTo);
    }

    protected override bool IsSkipped(ReadOnlySpan<byte> term) => !query.IncludeFrom && _from is not null && term.SequenceEqual(_from);
}
