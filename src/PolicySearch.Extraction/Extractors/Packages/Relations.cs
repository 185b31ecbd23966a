namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>What a part of an Office document points to; targets outside the package are left out, so nothing can follow them.</summary>
internal sealed class Relations
{
    private readonly List<(string Id, string Type, string Part)> _all = [];

    private Relations()
    {
    }

    /// <summary>The relations of a part; of the package where <paramref name="part"/> is empty.</summary>
    public static Relations Of(ZipPackage package, string part, CancellationToken cancellationToken)
    {
        var relations = new Relations();
        var slash = part.LastIndexOf('/') + 1;
        var root = package.Xml($"{part[..slash]}_rels/{part[slash..]}.rels", cancellationToken);
        foreach (var one in root?.Elements() ?? [])
        {
            if (one.Value("TargetMode") != "External" && one.Value("Id") is { } id && one.Value("Target") is { } target)
            {
                relations._all.Add((id, one.Value("Type") ?? "", Resolve(part[..slash], target)));
            }
        }

        return relations;
    }

    /// <summary>The part of an id, or null.</summary>
    public string? ById(string? id) => _all.Find(one => one.Id == id).Part;

    /// <summary>The first part whose type ends so, or null.</summary>
    public string? ByType(string ending) => _all.Find(one => one.Type.EndsWith(ending, StringComparison.Ordinal)).Part;

    /// <summary>A part's name from a folder (empty, or with its slash) and a path that starts there, whose dots never leave the package.</summary>
    public static string Resolve(string folder, string path)
    {
        var parts = new List<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }
}
