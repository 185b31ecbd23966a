using PolicySearch.Extraction.Tagging;
using PolicySearch.Service.Search;

namespace PolicySearch.Service.Tags;

/// <summary>Which tags of an index to list.</summary>
public sealed record TagRequest
{
    /// <summary>Most tags of a type that can be asked for.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>Types, such as <c>ministry</c>, in lists too; empty for all but <c>year</c>, whose tags need no merging.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Part of the id, without regard to case, or a known name of the thing; empty for all.</summary>
    public string Text { get; init; } = "";

    /// <summary>Fewest passages that have the tag.</summary>
    public int Min { get; init; } = 1;

    /// <summary>Most tags of each type, 1 to <see cref="MaxLimit"/>.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>The types asked for, in their usual order.</summary>
    /// <exception cref="SearchRequestException">Something in the request is wrong.</exception>
    internal IReadOnlyList<MentionType> Check()
    {
        if (Limit is < 1 or > MaxLimit)
        {
            throw new SearchRequestException("limit", $"limit is {Limit}; use 1 to {MaxLimit}");
        }

        if (Min < 1)
        {
            throw new SearchRequestException("min", $"min is {Min}; use 1 or more");
        }

        if (Text.Length > SearchLimits.MaxQueryLength)
        {
            throw new SearchRequestException("q", $"the text is {Text.Length} characters long; use at most {SearchLimits.MaxQueryLength}");
        }

        var types = Enum.GetValues<MentionType>();
        var named = Types.SelectMany(ValueList.Split).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (named.FirstOrDefault(name => !types.Select(Spelling.Of).Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SearchRequestException("type", $"there is no type '{unknown}'; use one of {string.Join(", ", types.Select(Spelling.Of))}");
        }

        return Types.Count == 0 ? PassageSchema.KeywordTypes
            : named.Count == 0 ? throw new SearchRequestException("type", "a value is empty; leave the option out for all types")
            : [.. types.Where(type => named.Contains(Spelling.Of(type)))];
    }
}
