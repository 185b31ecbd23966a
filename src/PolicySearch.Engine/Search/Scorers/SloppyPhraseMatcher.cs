namespace PolicySearch.Engine.Search.Scorers;

/// <summary>
/// Counts the places where terms stand as in a phrase but for some moves; a place at distance d counts 1 / (1 + d).
/// </summary>
/// <remarks>
/// As Lucene's SloppyPhraseMatcher does it: all terms stand at one occurrence each; the distance is the highest less the lowest of
/// their starts (position less place in the phrase). The lowest is moved on while it stays the lowest; the smallest distance on the
/// way is one place. Equal terms of the phrase never stand at the same occurrence: where they meet, the lesser moves on.
/// </remarks>
internal sealed class SloppyPhraseMatcher(PhrasePosition[] terms, int slop) : IPhraseMatcher
{
    private readonly PhrasePosition[][] _repeats = [.. terms.Select(t => t.Repeats).OfType<PhrasePosition[]>().Distinct()];
    private int _highest;

    public float Freq(bool firstOnly)
    {
        float freq = 0;
        var more = Start();
        while (more)
        {
            more = NextPlace(out var distance);
            if (distance <= slop)
            {
                freq += 1f / (1f + distance);
                if (firstOnly)
                {
                    break;
                }
            }
        }

        return freq;
    }

    /// <summary>Puts every term at its first occurrence, the second of two equal terms at the second, and so on.</summary>
    private bool Start()
    {
        foreach (var term in terms)
        {
            term.First();
        }

        foreach (var repeats in _repeats)
        {
            for (var i = 1; i < repeats.Length; i++)
            {
                for (var skip = 0; skip < i; skip++)
                {
                    if (!repeats[i].Next())
                    {
                        return false;
                    }
                }
            }
        }

        _highest = int.MinValue;
        foreach (var term in terms)
        {
            _highest = Math.Max(_highest, term.Start);
        }

        return true;
    }

    /// <summary>Moves the lowest term on until it is the lowest no more.</summary>
    /// <param name="distance">The smallest distance on the way.</param>
    /// <returns>Whether there may be another place.</returns>
    private bool NextPlace(out int distance)
    {
        var (lowest, second) = LowestTwo();

        // What is compared with is the second lowest as it stood before equal terms were moved out of the way.
        var next = second.Start;
        distance = _highest - lowest.Start;
        while (Advance(lowest))
        {
            if (lowest.Repeats is not null && !Separate(lowest))
            {
                return false;
            }

            if (lowest.Start > next)
            {
                return true;
            }

            distance = Math.Min(distance, _highest - lowest.Start);
        }

        return false;
    }

    private (PhrasePosition Lowest, PhrasePosition Second) LowestTwo()
    {
        var (lowest, second) = terms[0].IsBefore(terms[1]) ? (terms[0], terms[1]) : (terms[1], terms[0]);
        for (var i = 2; i < terms.Length; i++)
        {
            if (terms[i].IsBefore(lowest))
            {
                (lowest, second) = (terms[i], lowest);
            }
            else if (terms[i].IsBefore(second))
            {
                second = terms[i];
            }
        }

        return (lowest, second);
    }

    /// <summary>Moves equal terms on until no two of them stand at the same occurrence; false when one runs out.</summary>
    private bool Separate(PhrasePosition term)
    {
        while (Colliding(term) is { } other)
        {
            term = term.IsBefore(other) ? term : other;
            if (!Advance(term))
            {
                return false;
            }
        }

        return true;
    }

    private static PhrasePosition? Colliding(PhrasePosition term)
    {
        foreach (var other in term.Repeats!)
        {
            if (other != term && other.Position == term.Position)
            {
                return other;
            }
        }

        return null;
    }

    private bool Advance(PhrasePosition term)
    {
        if (!term.Next())
        {
            return false;
        }

        _highest = Math.Max(_highest, term.Start);
        return true;
    }
}
