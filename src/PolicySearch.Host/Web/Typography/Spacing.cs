namespace PolicySearch.Host.Web.Typography;

/// <summary>White space, which texts have more of than a reader needs.</summary>
public static class Spacing
{
    /// <summary>Runs of white space as one space, none at the ends.</summary>
    public static string Collapse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
