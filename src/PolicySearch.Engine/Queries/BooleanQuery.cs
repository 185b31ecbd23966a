using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>A clause.</summary>
/// <param name="Occur">How it takes part.</param>
/// <param name="Query">What it looks for.</param>
public sealed record BooleanClause(Occur Occur, Query Query)
{
    /// <summary>What it looks for.</summary>
    public Query Query { get; init; } = QueryArguments.NotNull(Query);

    /// <summary>How it takes part.</summary>
    public Occur Occur { get; init; } = Enum.IsDefined(Occur) ? Occur : throw new ArgumentOutOfRangeException(nameof(Occur), Occur, "not an Occur");
}

/// <summary>A combination of clauses, as in Lucene: without must and filter at least one should has to match; with nothing but must not, or with no clause, nothing matches. The score is the sum over the must and should clauses that match.</summary>
/// <param name="Clauses">The clauses.</param>
/// <param name="MinimumShouldMatch">How many should clauses have to match; 0 for Lucene's default.</param>
public sealed record BooleanQuery(IReadOnlyList<BooleanClause> Clauses, int MinimumShouldMatch = 0) : Query
{
    /// <summary>The clauses.</summary>
    public IReadOnlyList<BooleanClause> Clauses { get; init; } = QueryArguments.Copy(Clauses);

    /// <summary>How many should clauses have to match; 0 for Lucene's default.</summary>
    public int MinimumShouldMatch { get; init; } = QueryArguments.AtLeastZero(MinimumShouldMatch, "minimum-should-match");

    /// <inheritdoc/>
    public bool Equals(BooleanQuery? other) =>
        other is not null && MinimumShouldMatch == other.MinimumShouldMatch && Clauses.SequenceEqual(other.Clauses);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(MinimumShouldMatch);
        foreach (var clause in Clauses)
        {
            hash.Add(clause);
        }

        return hash.ToHashCode();
    }

    internal override void AppendTo(StringBuilder text)
    {
        if (MinimumShouldMatch > 0)
        {
            text.Append('(');
        }

        for (var i = 0; i < Clauses.Count; i++)
        {
            AppendClause(text.Append(i > 0 ? " " : ""), Clauses[i]);
        }

        if (MinimumShouldMatch > 0)
        {
            text.Append(")~").Append(MinimumShouldMatch);
        }
    }

    internal override Weight CreateWeight(in WeightContext context) => new BooleanWeight(this, context);

    private static void AppendClause(StringBuilder text, BooleanClause clause)
    {
        text.Append(clause.Occur switch
        {
            Occur.Must => "+",
            Occur.MustNot => "-",
            Occur.Filter => "#",
            _ => "",
        });
        if (clause.Query is BooleanQuery)
        {
            text.Append('(');
            clause.Query.AppendTo(text);
            text.Append(')');
        }
        else
        {
            clause.Query.AppendTo(text);
        }
    }
}
