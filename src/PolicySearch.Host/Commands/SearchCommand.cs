using System.CommandLine;
using PolicySearch.Host.Output;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Commands;

/// <summary><c>search QUERY [--index DIR] [filters] [--facet NAME…] [--group none] [--limit N] [--offset N] [--json]</c>.</summary>
internal sealed class SearchCommand(CommandContext context)
{
    private readonly Argument<string> _query = new("QUERY")
    {
        Description = "Lucene's classic syntax; empty for all passages.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "",
    };

    private readonly Option<string?> _index = CommonOptions.Index();

    private readonly IReadOnlyList<Option<string[]>> _filters =
        [.. FilterNames.All.Select(name => CommonOptions.List("--" + name, Describe(name), name is FilterNames.Year or FilterNames.Published ? "A..B" : "VALUE"))];

    private readonly Option<string[]> _facets = CommonOptions.List(
        "--facet", $"Facets to count: {string.Join(", ", FilterNames.All)}.", "NAME");

    private readonly Option<string[]> _yearRoles = CommonOptions.List(
        "--year-role", "Roles to which --year and the facet year are limited: mentioned, published, accessed, target (default: all but accessed).", "ROLE");

    private readonly Option<string?> _group = new("--" + GroupingNames.Name)
    {
        Description = "What to show of hits that are copies of one another: duplicates (the best, the others listed under it; default) or none (all by themselves).",
        HelpName = "WHAT",
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = "Hits to give, 1 to 1000.",
        HelpName = "N",
        DefaultValueFactory = _ => new SearchRequest().Limit,
    };

    private readonly Option<int> _offset = new("--offset") { Description = "Hits to leave out.", HelpName = "N" };
    private readonly Option<bool> _json = CommonOptions.Json();

    public Command Build()
    {
        var command = new Command("search", "Finds passages, best first.") { _query, _index, _facets, _yearRoles, _group, _limit, _offset, _json };
        foreach (var filter in _filters)
        {
            command.Add(filter);
        }

        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult call)
    {
        var settings = context.Settings().With(call, _index);
        var request = new SearchRequest
        {
            Query = call.GetValue(_query) ?? "",
            Filters = FilterNames.All.Zip(_filters, (name, option) => (name, Values: call.GetValue(option) ?? []))
                .Where(filter => filter.Values.Length > 0)
                .ToDictionary(filter => filter.name, filter => (IReadOnlyList<string>)filter.Values, StringComparer.Ordinal),
            Facets = call.GetValue(_facets) ?? [],
            YearRoles = call.GetValue(_yearRoles) ?? [],
            Group = GroupingNames.Parse(call.GetValue(_group)),
            Limit = call.GetValue(_limit),
            Offset = call.GetValue(_offset),
        };

        var (response, unmatched) = context.Ask(settings, search => (search.Search(request), search.Unmatched(request)));
        if (call.GetValue(_json))
        {
            context.Out.WriteLine(HostJson.Line(response));
        }
        else
        {
            new HitPrinter(context.Out, context.IsTerminal).Print(response, request.Offset);
        }

        foreach (var value in unmatched)
        {
            context.Error.WriteLine(Explain(value));
        }

        return ExitCode.Done;
    }

    private static string Explain(UnmatchedValue unmatched)
    {
        var (filter, value, nearest) = unmatched;
        return filter == FilterNames.Document
            ? $"no document has the id or address '{value}'"
            : $"no passage has the {filter} '{value}'{(nearest.Count > 0 ? $"; near it: {string.Join(", ", nearest.Select(id => $"'{id}'"))}" : "")}; 'policysearch tags --type {filter}' lists what there is";
    }

    private static string Describe(string name) => name switch
    {
        FilterNames.Year => "Years mentioned: A, A..B, A.. or ..B.",
        FilterNames.Published => "Date of publication: A, A..B, A.. or ..B; A is YYYY, YYYY-MM or YYYY-MM-DD.",
        FilterNames.Document => "Id or address of a document.",
        FilterNames.Kind => "Kind of passage: text, list, table, footnote, reference, caption.",
        FilterNames.Language => "BCP 47 tag, such as en or ja.",
        _ => $"Id or any known name of a{(name[0] is 'a' or 'o' ? "n" : "")} {name}.",
    };
}
