using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>Terms at given distances from one another, as Lucene's PhraseQuery. Without a term it matches nothing; with one it is that term.</summary>
/// <param name="Field">A text field.</param>
/// <param name="Terms">Analysed terms.</param>
/// <param name="Positions">Each term's place in the phrase, from 0, ascending; terms at the same place all have to stand there, and a term given twice at one place counts once.</param>
/// <param name="Slop">How many moves of terms are allowed; 0 for exact.</param>
public sealed record PhraseQuery(string Field, IReadOnlyList<string> Terms, IReadOnlyList<int> Positions, int Slop = 0) : Query
{
    /// <summary>A phrase of terms that follow one another.</summary>
    public PhraseQuery(string field, params IReadOnlyList<string> terms)
        : this(field, terms, [.. Enumerable.Range(0, QueryArguments.NotNull(terms).Count)])
    {
    }

    /// <summary>A text field.</summary>
    public string Field { get; init; } = QueryArguments.Field(Field);

    /// <summary>Analysed terms.</summary>
    public IReadOnlyList<string> Terms { get; } = [.. Places(Terms, Positions).Select(place => place.Term)];

    /// <summary>Each term's place in the phrase, from 0, ascending.</summary>
    public IReadOnlyList<int> Positions { get; } = [.. Places(Terms, Positions).Select(place => place.Position)];

    /// <summary>How many moves of terms are allowed; 0 for exact.</summary>
    public int Slop { get; init; } = QueryArguments.AtLeastZero(Slop, "slop");

    /// <inheritdoc/>
    public bool Equals(PhraseQuery? other) =>
        other is not null && Slop == other.Slop && Field == other.Field
        && Terms.SequenceEqual(other.Terms) && Positions.SequenceEqual(other.Positions);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Field, StringComparer.Ordinal);
        hash.Add(Slop);
        foreach (var term in Terms)
        {
            hash.Add(term, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Alternatives at one place are joined by <c>|</c>, places without a term are <c>?</c>.</summary>
    internal override void AppendTo(StringBuilder text)
    {
        text.Append(Field).Append(":\"");
        for (var i = 0; i < Terms.Count; i++)
        {
            var previous = i == 0 ? Positions[0] : Positions[i - 1];
            if (i > 0)
            {
                text.Append(Positions[i] == previous ? '|' : ' ');
            }

            for (var gap = previous + 1; gap < Positions[i]; gap++)
            {
                text.Append("? ");
            }

            text.Append(Terms[i]);
        }

        text.Append('"');
        if (Slop > 0)
        {
            text.Append('~').Append(Slop);
        }
    }

    internal override Weight CreateWeight(in WeightContext context) => Terms.Count switch
    {
        0 => new MatchNoneWeight(),
        1 => new TermWeight(new TermQuery(Field, Terms[0]), context),
        _ => new PhraseWeight(this, context),
    };

    private static IEnumerable<(string Term, int Position)> Places(IReadOnlyList<string> terms, IReadOnlyList<int> positions)
    {
        terms = QueryArguments.Copy(terms);
        ArgumentNullException.ThrowIfNull(positions);
        if (positions.Count != terms.Count)
        {
            throw new ArgumentException($"{terms.Count} terms have {positions.Count} positions; give one for each", nameof(positions));
        }

        var previous = 0;
        foreach (var position in positions)
        {
            if (position < previous)
            {
                throw new ArgumentException($"position {position} is below {previous}; positions start at 0 or more and ascend", nameof(positions));
            }

            previous = position;
        }

        return terms.Zip(positions).Distinct();
    }
}
