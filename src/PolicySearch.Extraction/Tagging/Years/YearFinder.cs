using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Finds years and spans of years.</summary>
internal sealed class YearFinder(Lexicon lexicon, WordReader reader) : IFinder
{
    private const int LongestHeading = 60;

    private readonly YearWords _words = new(lexicon);
    private readonly FigureColumns _figures = new(lexicon, reader);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        Era? era = null;
        var figures = _figures.Of(context);
        foreach (var block in context.Blocks)
        {
            var text = context.Text.AsSpan(block.Span.Start, block.Span.Length);
            if (figures.Contains(block.Number) || IsFigure(context, block, text))
            {
                continue;
            }

            var atoms = ReadAtoms(context, block, text, ref era);
            FiscalLists.Spread(text, atoms);
            foreach (var atom in YearRangeJoiner.Join(text, atoms))
            {
                if (block.Kind is BlockKind.Reference or BlockKind.Footnote && atom.To > atom.From && PageRanges.IsBehindVolume(text, atom.Start, atom.End))
                {
                    continue;
                }

                var span = new TextSpan(block.Span.Start + atom.Start, block.Span.Start + atom.End);
                context.Candidates.Add(new Candidate(MentionType.Year, Id(atom), span, Trust.Form, Rule(atom.Basis))
                {
                    Block = block.Number,
                    Years = new YearInterval(atom.From, atom.To, atom.Basis, YearRoles.Of(context.Text, block, span)),
                });
            }
        }
    }

    // A cell that is a number, in a column headed by a year: how many there were in that year.
    private static bool IsFigure(TaggingContext context, TextBlock block, ReadOnlySpan<char> text)
    {
        if (block.ColumnHeading is not { Length: <= LongestHeading } heading || Digits.RunEnd(text, 0) != text.Length)
        {
            return false;
        }

        var head = heading.Of(context.Text.AsSpan());
        for (var at = 0; at < head.Length;)
        {
            if (!YearAtomReader.MayStart(head, at))
            {
                at++;
            }
            else if (YearAtomReader.Read(head, at, null, null, out at) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string Rule(YearBasis basis) => basis switch
    {
        YearBasis.Fiscal => "rule:year-fiscal",
        YearBasis.Era => "rule:year-era",
        YearBasis.Decade => "rule:year-decade",
        _ => "rule:year",
    };

    private static string Id(YearAtom atom) => atom.From == atom.To ? $"{atom.From}" : $"{atom.From}-{atom.To}";

    private List<YearAtom> ReadAtoms(TaggingContext context, TextBlock block, ReadOnlySpan<char> text, ref Era? era)
    {
        var atoms = new List<YearAtom>();
        HashSet<int>? refused = null;
        List<(int Start, int End)>? addresses = null;
        var address = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (!YearAtomReader.MayStart(text, at))
            {
                at++;
                continue;
            }

            if (YearAtomReader.Read(text, at, atoms.Count > 0 ? atoms[^1] : null, era, out at) is not { } found)
            {
                continue;
            }

            refused ??= _words.Refused(context, block);
            addresses ??= WebAddresses.Find(context.Text, block.Span.Start, block.Span.End);
            var position = block.Span.Start + start;
            if (!refused.Contains(position) && !IsInAddress(addresses, ref address, position) && (atoms.Count == 0 || atoms[^1].End <= found.Start))
            {
                atoms.Add(found);
                era = found.Era is { } named && (era is null || named.Offset >= era.Offset || found.Basis == YearBasis.Fiscal) ? named : era;
            }
        }

        return atoms;
    }

    // Positions rise, so the addresses passed are not looked at again.
    private static bool IsInAddress(List<(int Start, int End)> addresses, ref int next, int position)
    {
        while (next < addresses.Count && addresses[next].End <= position)
        {
            next++;
        }

        return next < addresses.Count && addresses[next].Start <= position;
    }
}
