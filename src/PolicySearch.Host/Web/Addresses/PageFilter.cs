namespace PolicySearch.Host.Web.Addresses;

/// <summary>One chosen value of one filter.</summary>
/// <param name="Name">A name of <see cref="Service.Search.FilterNames"/>.</param>
/// <param name="Value">What the filter takes.</param>
public sealed record PageFilter(string Name, string Value);
