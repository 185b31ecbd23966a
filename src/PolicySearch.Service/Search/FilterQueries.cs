using PolicySearch.Engine.Queries;
using PolicySearch.Engine.Search;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Search;

/// <summary>Makes queries of filters as users write them: values of one filter are or-ed, each filter is a named one.</summary>
/// <param name="reader">Knows documents and ids; null where there is no index, and values are only checked.</param>
/// <param name="taggers">Know names.</param>
internal sealed class FilterQueries(IndexReader? reader, Taggers taggers)
{
    private static readonly IReadOnlyList<string> Kinds = [.. Enum.GetValues<PassageKind>().Select(Spelling.Of)];

    private static readonly Dictionary<string, MentionType> Types =
        PassageSchema.KeywordTypes.ToDictionary(Spelling.Of, StringComparer.Ordinal);

    // A search without a tag's name needs no tagger, whose names take a while to compile.
    private readonly Lazy<Tagger> _tagger = new(() => taggers.Of(reader));

    /// <summary>The filters of a request.</summary>
    /// <exception cref="SearchRequestException">A value is wrong.</exception>
    public IReadOnlyList<NamedFilter> Build(SearchRequest request)
    {
        var yearFields = YearRoles.FieldsOf(request);
        return [.. request.Filters.Where(filter => filter.Value.Count > 0).Select(filter => new NamedFilter(filter.Key, AnyOf(filter.Key, filter.Value, yearFields)))];
    }

    /// <summary>The values of tag and document filters that no passage has; none where there is no index.</summary>
    public IEnumerable<UnmatchedValue> Unmatched(SearchRequest request) =>
        reader is null ? [] : request.Filters.SelectMany(filter => filter.Value.SelectMany(value => Unmatched(filter.Key, value, new NearestTags(reader))));

    private IEnumerable<UnmatchedValue> Unmatched(string name, string value, NearestTags nearest) => name switch
    {
        FilterNames.Document => ValueList.Split(value, part => FindDocument(part) is not null)
            .Where(part => FindDocument(part) is null)
            .Select(part => new UnmatchedValue(name, part, [])),
        _ when Types.TryGetValue(name, out var type) => ValueList.Split(value, part => IsKnownTag(name, part))
            .Where(part => !IsTag(name, part) && !IsTag(name, Canonical(name, part) ?? part))
            .Select(part => new UnmatchedValue(name, part, nearest.Find(type, part))),
        _ => [],
    };

    /// <summary>The id that a tag's name stands for; null for other filters and unknown names. A name that is itself the id of a tag in the index stands for that.</summary>
    public string? Canonical(string name, string value)
    {
        var resolved = Types.TryGetValue(name, out var type) ? _tagger.Value.Resolve(type, value) : null;
        return resolved is not null && !resolved.Equals(value, StringComparison.OrdinalIgnoreCase) && IsTag(name, value) ? value : resolved;
    }

    private Query AnyOf(string name, IReadOnlyList<string> values, IReadOnlyList<string> yearFields)
    {
        var queries = values.SelectMany(value => Alternatives(name, value, yearFields)).Distinct().ToList();
        return queries is [var only] ? only : new BooleanQuery([.. queries.Select(query => new BooleanClause(Occur.Should, query))]);
    }

    private IEnumerable<Query> Alternatives(string name, string value, IReadOnlyList<string> yearFields) => name switch
    {
        FilterNames.Year => ValueList.Split(value).SelectMany(years => YearQueries(years, yearFields)),
        FilterNames.Published => ValueList.Split(value).Select(PublishedQuery),
        FilterNames.Document => ValueList.Split(value, part => FindDocument(part) is not null).Select(DocumentQuery),
        FilterNames.Kind => ValueList.Split(value).Select(KindQuery),
        FilterNames.Language => ValueList.Split(value).Select(LanguageQuery),
        _ => ValueList.Split(value, part => IsKnownTag(name, part)).Select(part => TagQuery(name, part)),
    };

    private static IEnumerable<Query> YearQueries(string value, IReadOnlyList<string> fields)
    {
        var years = DateRange.ParseYears(FilterNames.Year, value);
        return fields.Select(field => new IntervalOverlapQuery(field, years.From, years.To));
    }

    private static IntervalOverlapQuery PublishedQuery(string value)
    {
        var days = DateRange.ParseDates(FilterNames.Published, value);
        return new IntervalOverlapQuery(PassageSchema.Published, days.From, days.To);
    }

    private TermQuery DocumentQuery(string value) => new(PassageSchema.Document, FindDocument(value) ?? value);

    private string? FindDocument(string value) =>
        reader is null || value.Length == 0 ? null
        : reader.FindRecord(value) is not null ? value
        : PassageIds.ForDocument(value) is var id && reader.FindRecord(id) is not null ? id
        : null;

    private static TermQuery KindQuery(string value) => Kinds.Contains(value, StringComparer.OrdinalIgnoreCase)
        ? FilterTerm(FilterNames.Kind, value)
        : throw new SearchRequestException(FilterNames.Kind, $"there is no kind '{value}'; use one of {string.Join(", ", Kinds)}");

    private static TermQuery LanguageQuery(string value) => IsLanguageTag(value)
        ? FilterTerm(FilterNames.Language, value)
        : throw new SearchRequestException(FilterNames.Language, $"'{value}' is not a BCP 47 tag such as en, ja or zh-Hant");

    private static bool IsLanguageTag(string value) =>
        value.Split('-') is [{ Length: >= 2 and <= 8 } first, .. var rest] && first.All(char.IsAsciiLetter) &&
        rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));

    private TermQuery TagQuery(string name, string value) => FilterTerm(name, IsTag(name, value) ? value : Canonical(name, value) ?? value);

    private bool IsKnownTag(string name, string value) => IsTag(name, value) || Canonical(name, value) is not null;

    private bool IsTag(string name, string id)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(PassageSchema.FilterTerm(name, id));
        return reader is not null && reader.Segments.Any(segment => segment.Terms(PassageSchema.Filter)?.TryFind(bytes, out _) == true);
    }

    private static TermQuery FilterTerm(string name, string value) => new(PassageSchema.Filter, PassageSchema.FilterTerm(name, value));
}
