using System.CommandLine;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Commands;

/// <summary><c>--include</c>, <c>--exclude</c> and <c>--follow-links</c>: which files below the roots are sources.</summary>
internal sealed class SelectionOptions
{
    private const string None = "none";

    private readonly Option<string[]> _include = CommonOptions.List(
        "--include", "Only files that match one of these patterns, such as '*.pdf' or 'minutes/**'; 'none' for no such limit. Remembered with the root.", "PATTERN");

    private readonly Option<string[]> _exclude = CommonOptions.List(
        "--exclude", "No files that match one of these patterns, such as 'drafts/' or '*.bak'; 'none' to leave nothing out. Remembered with the root.", "PATTERN");

    private readonly Option<string?> _followLinks = new("--follow-links")
    {
        Description = "Whether links to files and folders are followed (default true). Remembered with the root.",
    };

    public void AddTo(Command command)
    {
        _followLinks.AcceptOnlyFromAmong("true", "false");
        command.Add(_include);
        command.Add(_exclude);
        command.Add(_followLinks);
    }

    /// <summary>What the call says of the selection; null where it says nothing.</summary>
    public SelectionChange? Of(ParseResult call)
    {
        var change = new SelectionChange
        {
            Include = Patterns(call, _include),
            Exclude = Patterns(call, _exclude),
            FollowLinks = call.GetValue(_followLinks) is { } follow ? follow == "true" : null,
        };
        return change is { Include: null, Exclude: null, FollowLinks: null } ? null : change;
    }

    private static IReadOnlyList<string>? Patterns(ParseResult call, Option<string[]> option) => call.GetValue(option) switch
    {
        null or [] => null,
        [None] => [],
        var values => [.. values.SelectMany(ValueList.Split)],
    };
}
