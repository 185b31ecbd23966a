using System.CommandLine;

namespace PolicySearch.Host.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class CommonOptions
{
    public static Option<string?> Index() => new("--index")
    {
        Description = "Folder of the index (default: index, or POLICYSEARCH_INDEX).",
        HelpName = "DIR",
    };

    public static Option<string?> Wait() => new("--wait")
    {
        Description = "How long to wait for another writer of the index (default 10).",
        HelpName = "SECONDS",
    };

    public static Option<string[]> Authority(string whatIsDefault) => List(
        "--authority", $"Authority files of your own, whose names add to the program's or override them; 'none' for the program's alone (default: {whatIsDefault}).", "FILE");

    public static Option<bool> Json() => new("--json") { Description = "Write JSON." };

    public static Option<string[]> List(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The settings with what the command line says of index, waiting and authority files.</summary>
    /// <exception cref="SettingException">A value cannot be read.</exception>
    public static Settings With(this Settings settings, ParseResult call, Option<string?>? index = null, Option<string?>? wait = null, Option<string[]>? authority = null)
    {
        var folder = (index is null ? null : call.GetValue(index)) ?? settings.Index;
        if (string.IsNullOrWhiteSpace(folder))
        {
            throw new SettingException("--index is empty; name the folder of the index");
        }

        return settings with
        {
            Index = folder,
            Authority = authority is not null && call.GetValue(authority) is { Length: > 0 } files ? Settings.AuthorityPaths(files) : settings.Authority,
            Wait = wait is not null && call.GetValue(wait) is { } seconds ? Settings.Seconds("--wait", seconds) : settings.Wait,
        };
    }
}
