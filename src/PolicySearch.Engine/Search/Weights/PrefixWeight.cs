using System.Text;
using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class PrefixWeight(PrefixQuery query, float boost) : TermSetWeight(query.Field, boost, query.ToString())
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(query.Prefix);

    protected override ReadOnlySpan<byte> First => _prefix;

    protected override bool IsPastEnd(ReadOnlySpan<byte> term) => !term.StartsWith(_prefix);
}
