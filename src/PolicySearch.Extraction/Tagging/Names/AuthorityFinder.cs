using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds the names that the authority file lists.</summary>
internal sealed class AuthorityFinder(AuthorityIndex authority, int andSymbol) : IFinder
{
    private readonly AuthorityMatcher _matcher = new(authority, andSymbol);
    private readonly CountryChooser _chooser = new(authority);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var matches = new List<NameMatch>();
        foreach (var block in context.Blocks)
        {
            _matcher.Match(context, block, matches);
        }

        _chooser.Count(context, matches);
        var named = Places(matches);
        foreach (var match in matches)
        {
            if (IsCurrency(context, match) || IsNumber(match))
            {
                continue;
            }

            if (_chooser.Choose(context, match, named)?.Entry is not { } entry)
            {
                if (match.Forms[0].Entry.Type == MentionType.Ministry)
                {
                    context.AddForm(match.Block, MentionType.Ministry, match.Start, match.End, "ministry");
                }

                continue;
            }

            context.Candidates.Add(new Candidate(entry.Type, entry.Id, new TextSpan(match.Start, match.End), Trust.Authority, "authority:" + entry.Id)
            {
                Block = match.Block.Number,
                Entry = entry,
            });
        }
    }

    // By block and word, the country that a place there lies in.
    private static Dictionary<(int Block, int Word), string> Places(List<NameMatch> matches)
    {
        var named = new Dictionary<(int, int), string>();
        foreach (var match in matches)
        {
            if (match.Forms is [{ Entry: { Type: MentionType.Place, Country: { } country } }])
            {
                named[(match.Block.Number, match.FirstWord)] = country;
                named[(match.Block.Number, match.LastWord)] = country;
            }
        }

        return named;
    }

    // "ISO 9001", "EDA-12-7": the number of a standard or a paper.
    private static bool IsNumber(NameMatch match)
    {
        var words = match.Block.Words;
        if (match.FirstWord != match.LastWord || match.LastWord + 1 >= words.Count || !match.Forms[0].IsExact)
        {
            return false;
        }

        var next = words[match.LastWord + 1];
        return (next.IsNumber && next.Before == Gap.Hyphen) || (next.IsNumber && next.Before == Gap.Space && match.Forms[0].Text is "ISO" or "IEC" or "JIS" or "EN" or "DIN")
            || (next.Before == Gap.Hyphen && (next.Shape & WordShape.AllCapitals) != WordShape.None && match.LastWord + 2 < words.Count && words[match.LastWord + 2].Before == Gap.Hyphen);
    }

    // "US $1 trillion", "US$5", "US dollars": money, no place.
    private static bool IsCurrency(TaggingContext context, NameMatch match)
    {
        if (match.Forms[0].Entry.Type != MentionType.Place || match.End - match.Start > 9)
        {
            return false;
        }

        var rest = context.Text.AsSpan(match.End, Math.Min(8, match.Block.Span.End - match.End)).TrimStart();
        return rest.StartsWith("$") || rest.StartsWith("dollar", StringComparison.OrdinalIgnoreCase);
    }
}
