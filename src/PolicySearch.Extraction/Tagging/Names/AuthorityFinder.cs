using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Places;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds the names that the authority file lists.</summary>
internal sealed class AuthorityFinder(AuthorityIndex authority, Lexicon lexicon, SymbolTable symbols) : IFinder
{
    private readonly AuthorityMatcher _matcher = new(authority, new KoreanBounds(lexicon), symbols.Add("and"));
    private readonly PlaceContext _places = new(symbols);
    private readonly CountryChooser _chooser = new(authority);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var matches = new List<NameMatch>();
        foreach (var block in context.Blocks)
        {
            _matcher.Match(context, block, matches);
        }

        PlaceLists.Settle(context.Text, matches);
        var sure = FindSurePlaces(context, matches);
        _chooser.Count(context, matches);
        foreach (var match in matches)
        {
            if (IsCurrency(context, match) || IsNumber(match) || IsRomanNumber(match) || IsInAddress(context.Text, match))
            {
                continue;
            }

            if (_chooser.Choose(context, match, sure) is not { Entry: var entry } form)
            {
                if (match.Forms[0] is { Entry.Type: MentionType.Ministry, IsExact: false } && !match.Block.Words[match.FirstWord].IsCjk)
                {
                    context.AddForm(match.Block, MentionType.Ministry, match.Start, match.End, "ministry");
                }

                continue;
            }

            context.Candidates.Add(new Candidate(entry.Type, entry.Id, new TextSpan(StartWithCountry(context, match, entry), match.End), Trust.Authority, "authority:" + entry.Id)
            {
                Block = match.Block.Number,
                Entry = entry,
                Source = form.Source,
            });
        }
    }

    // "ドイツ連邦教育研究省": a country right before the name of one of its bodies belongs to the name.
    private int StartWithCountry(TaggingContext context, NameMatch match, AuthorityEntry entry) =>
        entry is { Type: MentionType.Ministry or MentionType.Agency, Country: { } country } && Scripts.IsCjk(context.Text[match.Start])
        && authority.CountryPrefixes.Before(context.Text, match.Block.Span.Start, match.Start, out var from) == country ? from : match.Start;

    // Names that may be something else stay only where the places around them show what they are; forwards and backwards, for lists of them.
    private SurePlaces FindSurePlaces(TaggingContext context, List<NameMatch> matches)
    {
        var sure = new SurePlaces();
        var shown = new bool[matches.Count];
        for (var pass = 0; pass < 3; pass++)
        {
            for (var n = 0; n < matches.Count; n++)
            {
                var i = pass == 1 ? matches.Count - 1 - n : n;
                var match = matches[i];
                if (!shown[i] && match.Forms[0] is { Entry: { Type: MentionType.Place, Country: { } country }, IsDoubtful: var isDoubtful } && IsOneCountry(match)
                    && (!isDoubtful || (pass > 0 && _places.Shows(context, match, sure))))
                {
                    shown[i] = true;
                    sure.Add(match, country);
                }
            }
        }

        var kept = 0;
        for (var i = 0; i < matches.Count; i++)
        {
            if (shown[i] || !matches[i].Forms[0].IsDoubtful || ShowsFirm(context, matches[i]))
            {
                matches[kept++] = matches[i];
            }
        }

        matches.RemoveRange(kept, matches.Count - kept);
        return sure;
    }

    // A firm whose name is also a person's or a word: alone inside a sentence, "Shell" but not "the Shell Centre", or a whole cell of a table.
    private static bool ShowsFirm(TaggingContext context, NameMatch match)
    {
        var words = match.Block.Words;
        var (first, last) = (match.FirstWord, match.LastWord);
        if (match.Forms[0].Entry.Type != MentionType.Organisation || words[first].IsCjk)
        {
            return false;
        }

        if (match.Block.Kind == BlockKind.TableCell && first == 0 && last == words.Count - 1)
        {
            return true;
        }

        var isAlone = !(words[first].Before is Gap.Space or Gap.Line or Gap.Hyphen && first > 0 && (words[first - 1].IsCapital || context.TextOf(words[first - 1]) is "the"))
            && !(last + 1 < words.Count && words[last + 1].Before is Gap.Space or Gap.Line or Gap.Hyphen && words[last + 1].IsCapital);
        var isCited = last + 1 < words.Count && words[last + 1].Before == (Gap.Comma | Gap.Space) && (words[last + 1].Shape & WordShape.Initial) != WordShape.None;
        return isAlone && !isCited && Position.IsInsideSentence(match.Block, first);
    }

    private static bool IsOneCountry(NameMatch match)
    {
        foreach (var form in match.Forms)
        {
            if (form.Entry.Type != MentionType.Place || form.Entry.Country != match.Forms[0].Entry.Country)
            {
                return false;
            }
        }

        return true;
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

    // "Title III", "Phase II"
    private static bool IsRomanNumber(NameMatch match)
    {
        var words = match.Block.Words;
        return match.FirstWord == match.LastWord && match.FirstWord > 0 && match.Forms[0].Text.Length > 1 && !match.Forms[0].Text.AsSpan().ContainsAnyExcept('I', 'V', 'X')
            && words[match.FirstWord].Before == Gap.Space && words[match.FirstWord - 1].IsCapital;
    }

    // "/wiki/Economy_of_Grenoble"
    private static bool IsInAddress(string text, NameMatch match) =>
        (match.Start > 0 && text[match.Start - 1] == '_') || (match.End < text.Length && text[match.End] == '_');

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
