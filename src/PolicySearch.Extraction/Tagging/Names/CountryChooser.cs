using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Places;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Chooses among things of one name by the country that the text speaks of: beside the name, else in the whole document, else the better known.</summary>
internal sealed class CountryChooser(AuthorityIndex authority)
{
    private const int Reach = 3;
    private const int LongestPlain = 4;
    private const int TellingWords = 5;

    /// <summary>Counts the countries that a document names.</summary>
    public void Count(TaggingContext context, IReadOnlyList<NameMatch> matches)
    {
        foreach (var block in context.Blocks)
        {
            foreach (var word in block.Words)
            {
                if (word.Symbol >= 0 && authority.CountryOfAdjective(word.Symbol) is { } country)
                {
                    AddTo(context, country);
                }
            }
        }

        if (context.Chinese is { } script)
        {
            AddTo(context, script == ChineseScript.Simplified ? "CN" : "TW");
        }

        // What a ministry's plain name says of its country is in question itself.
        foreach (var match in matches)
        {
            if (match.Forms is [{ Entry: { Country: { } country, Type: var type } } form] && ((type != MentionType.Ministry && type != MentionType.Programme) || form.IsExact))
            {
                AddTo(context, country);
            }
        }

        if (context.Countries.Count == 0)
        {
            // A long name is one country's: "Ministry of Economy, Trade and Industry".
            foreach (var match in matches)
            {
                if (match.Forms is [{ Entry: { Country: { } country, Type: MentionType.Ministry or MentionType.Programme }, WordCount: >= TellingWords }])
                {
                    AddTo(context, country);
                }
            }
        }
    }

    /// <summary>The form that is meant; null where the name is that of a ministry of some other country.</summary>
    public NameForm? Choose(TaggingContext context, NameMatch match, SurePlaces sure)
    {
        if (IsPlainWord(match))
        {
            return IsPartOfPhrase(context, match) ? null : match.Forms.FirstOrDefault(form => form.Entry.Country == context.MainCountry);
        }

        if (IsBody(match) && Scripts.IsCjk(context.Text[match.Start]))
        {
            if (Owner(context, match) is { } owner)
            {
                return match.Forms.FirstOrDefault(form => form.Entry.Country == owner) ?? (match.Forms[0].Entry.Country is null ? match.Forms[0] : null);
            }

            if (IsDepartment(context, match))
            {
                return null;
            }
        }

        if (IsOthers(match, sure) || IsAnybodys(context, match))
        {
            return null;
        }

        if (match.Forms is [var only])
        {
            return IsForeign(context, only) || IsElsewhere(context, only) ? null : only;
        }

        if (Beside(match, sure) is { } beside && match.Forms.FirstOrDefault(form => form.Entry.Country == beside) is { } near)
        {
            return near;
        }

        var best = match.Forms[0];
        foreach (var form in match.Forms)
        {
            if (Weight(context, form) > Weight(context, best))
            {
                best = form;
            }
        }

        return IsForeign(context, best) ? null : best;
    }

    // "the Treasury" is a ministry only where the text is about its country.
    private static bool IsPlainWord(NameMatch match) =>
        match.Forms[0] is { Entry.Type: MentionType.Ministry, Text: "Treasury" };

    // "Treasury Secretary", "Treasury bonds"
    private static bool IsPartOfPhrase(TaggingContext context, NameMatch match)
    {
        var words = match.Block.Words;
        var next = match.LastWord + 1;
        var isLed = match.FirstWord > 0 && words[match.FirstWord].Before == Gap.Space && words[match.FirstWord - 1].IsCapital && context.TextOf(words[match.FirstWord - 1]) is not "The";
        return isLed || (next < words.Count && words[next].Before == Gap.Space
            && (words[next].IsCapital || context.TextOf(words[next]) is "bill" or "bills" or "bond" or "bonds" or "note" or "notes" or "yield" or "yields" or "securities" or "shares" or "stock"));
    }

    private static bool IsBody(NameMatch match) => match.Forms[0].Entry.Type is MentionType.Ministry or MentionType.Agency;

    // "米財務省", "フランスの財務省"
    private string? Owner(TaggingContext context, NameMatch match)
    {
        var start = match.Start;
        start -= start - 1 > match.Block.Span.Start && context.Text[start - 1] == 'の' ? 1 : 0;
        return authority.CountryPrefixes.Before(context.Text, match.Block.Span.Start, start, out _);
    }

    // "経済部" is a ministry in Chinese, and in a text about its country; else the department of a newspaper or a town.
    private static bool IsDepartment(TaggingContext context, NameMatch match)
    {
        if (context.Chinese is not null || context.Text[match.End - 1] != '部' || match.End - match.Start > LongestPlain)
        {
            return false;
        }

        var isPart = match.Start > match.Block.Span.Start && Scripts.IsName(context.Text[match.Start - 1]) && context.Text[match.Start - 1] != '・';
        return isPart || !match.Forms.Any(form => form.Entry.Country is { } country && context.Countries.ContainsKey(country));
    }

    // "Ministry of Transport" in a text about Thailand alone is not Japan's.
    private static bool IsForeign(TaggingContext context, NameForm form) =>
        form is { Entry: { Country: { } country, Type: var type }, IsExact: false } && context.Countries.Count > 0
        && !context.Countries.ContainsKey(country)
        && ((type == MentionType.Ministry && form.Text.StartsWith("Ministry", StringComparison.Ordinal)) || (type == MentionType.Programme && form.WordCount <= 2));

    // "Norway's Ministry of Finance", where only other countries' are known.
    private static bool IsOthers(NameMatch match, SurePlaces sure) =>
        match.Forms[0] is { Entry.Type: MentionType.Ministry, IsExact: false } && match.FirstWord > 0 && (match.Block.Words[match.FirstWord].Before & Gap.Possessive) != Gap.None
        && sure.CountryAt(match.Block.Number, match.FirstWord - 1) is { } owner && !match.Forms.Any(form => form.Entry.Country == owner);

    // "the Ministry of Industry" in a text that shows no country.
    private static bool IsAnybodys(TaggingContext context, NameMatch match) =>
        context.Countries.Count == 0 && !context.IsJapanese
        && match.Forms.All(form => form is { Entry: { Type: MentionType.Ministry, Country: not null }, IsExact: false, WordCount: < TellingWords } && form.Text.StartsWith("Ministry of ", StringComparison.Ordinal));

    // "the North East" is England's in a text about Britain.
    private static bool IsElsewhere(TaggingContext context, NameForm form) =>
        form is { Entry: { Type: MentionType.Place, Country: { } country }, Text: "North East" or "North West" or "South East" or "South West" } && context.MainCountry != country;

    // "Korea's Ministry of Finance", "the Ministry of Finance of Korea", "Ministry of Finance (Korea)".
    private string? Beside(NameMatch match, SurePlaces sure)
    {
        for (var distance = 1; distance <= Reach; distance++)
        {
            foreach (var i in new[] { match.FirstWord - distance, match.LastWord + distance })
            {
                if (i < 0 || i >= match.Block.Words.Count)
                {
                    continue;
                }

                if (sure.CountryAt(match.Block.Number, i) is { } country)
                {
                    return country;
                }

                var symbol = match.Block.Words[i].Symbol;
                if (symbol >= 0 && authority.CountryOfAdjective(symbol) is { } adjective)
                {
                    return adjective;
                }
            }
        }

        return null;
    }

    private static int Weight(TaggingContext context, NameForm form) =>
        form.Entry.Country is { } country ? context.Countries.GetValueOrDefault(country) : 0;

    private static void AddTo(TaggingContext context, string country) =>
        context.Countries[country] = context.Countries.GetValueOrDefault(country) + 1;
}
