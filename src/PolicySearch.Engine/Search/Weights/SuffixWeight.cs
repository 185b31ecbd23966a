using System.Text;
using PolicySearch.Engine.Queries;

namespace PolicySearch.Engine.Search.Weights;

internal sealed class SuffixWeight(SuffixQuery query, float boost) : TermSetWeight(query.Field, boost, query.ToString())
{
    private readonly byte[] _suffix = Encoding.UTF8.GetBytes(query.Suffix);

    protected override ReadOnlySpan<byte> First => [];

    protected override bool IsPastEnd(ReadOnlySpan<byte> term) => false;

    protected override bool IsSkipped(ReadOnlySpan<byte> term) => !term.EndsWith(_suffix);
}
