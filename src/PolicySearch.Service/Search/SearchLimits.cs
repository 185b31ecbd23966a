namespace PolicySearch.Service.Search;

/// <summary>What a request may ask for; outside is an error that names the option.</summary>
public static class SearchLimits
{
    /// <summary>Most hits of one answer.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Most hits that can be paged through: offset and limit together.</summary>
    public const int MaxWindow = 10_000;

    /// <summary>Most UTF-16 code units of a query.</summary>
    public const int MaxQueryLength = 4000;

    /// <summary>Most values of one filter, in lists too; each comma counts.</summary>
    public const int MaxFilterValues = 500;

    /// <summary>Most values of a facet; years come all.</summary>
    public const int MaxFacetValues = 100;

    /// <summary>Most passages of a document among which notes are tied to the passages that cite them.</summary>
    public const int MaxLinkedPassages = 5000;

    /// <summary>Checks numbers and names of a request; values of filters are read where the filter is built.</summary>
    /// <exception cref="SearchRequestException">Something is outside.</exception>
    public static void Check(SearchRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Query is null)
        {
            throw new SearchRequestException("q", "the query is null; leave it empty to find all passages");
        }

        if (request.Query.Length > MaxQueryLength)
        {
            throw new SearchRequestException("q", $"the query is {request.Query.Length} characters long; use at most {MaxQueryLength}");
        }

        CheckRange(request.Offset, request.Limit);
        if (request.Offset > MaxWindow - request.Limit)
        {
            throw new SearchRequestException(
                "offset", $"offset {request.Offset} and limit {request.Limit} are more than {MaxWindow} together; narrow the search by filters instead");
        }

        foreach (var (name, values) in request.Filters)
        {
            CheckFilter(name, values);
        }
    }

    /// <summary>Checks which part of a list is asked for.</summary>
    /// <exception cref="SearchRequestException">A number is outside.</exception>
    public static void CheckRange(int offset, int limit)
    {
        if (limit is < 1 or > MaxLimit)
        {
            throw new SearchRequestException("limit", $"limit is {limit}; use 1 to {MaxLimit}");
        }

        if (offset < 0)
        {
            throw new SearchRequestException("offset", $"offset is {offset}; use 0 or more");
        }
    }

    private static void CheckFilter(string name, IReadOnlyList<string> values)
    {
        if (!FilterNames.All.Contains(name, StringComparer.Ordinal))
        {
            throw new SearchRequestException(name, $"there is no filter '{name}'; use one of {string.Join(", ", FilterNames.All)}");
        }

        if (values.Any(string.IsNullOrWhiteSpace))
        {
            throw new SearchRequestException(name, "a value is empty; leave the filter out to select everything");
        }

        var count = values.Sum(value => 1 + value.AsSpan().Count(','));
        if (count > MaxFilterValues)
        {
            throw new SearchRequestException(name, $"{count} values; use at most {MaxFilterValues}");
        }
    }
}
