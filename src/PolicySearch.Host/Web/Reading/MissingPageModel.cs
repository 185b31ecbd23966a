using PolicySearch.Host.Web.Addresses;

namespace PolicySearch.Host.Web.Reading;

/// <summary>The page that stands where nothing is.</summary>
/// <param name="What">What was asked for: <c>document</c> or <c>page</c>.</param>
/// <param name="Query">The search that led here.</param>
public sealed record MissingPageModel(string What, PageQuery Query);
