using System.CommandLine;
using PolicySearch.Host.Output;
using PolicySearch.Service.Tags;

namespace PolicySearch.Host.Commands;

/// <summary><c>tags [TEXT] [--index DIR] [--type TYPE…] [--min N] [--limit N] [--json|--yaml]</c>.</summary>
internal sealed class TagsCommand(CommandContext context)
{
    private readonly Argument<string> _text = new("TEXT")
    {
        Description = "Part of a tag's id, without regard to case, or a known name of the thing; empty for all tags.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => "",
    };

    private readonly Option<string?> _index = CommonOptions.Index();

    private readonly Option<string[]> _types = CommonOptions.List(
        "--type", "Types: ministry, agency, organisation, person, place, programme, year (default: all but year).", "TYPE");

    private readonly Option<int> _min = new("--min")
    {
        Description = "Fewest passages that have the tag.",
        HelpName = "N",
        DefaultValueFactory = _ => new TagRequest().Min,
    };

    private readonly Option<int> _limit = new("--limit")
    {
        Description = $"Most tags of each type, 1 to {TagRequest.MaxLimit}.",
        HelpName = "N",
        DefaultValueFactory = _ => new TagRequest().Limit,
    };

    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<bool> _yaml = new("--yaml") { Description = "Write an authority file of these tags, to edit and to use with --authority." };

    public Command Build()
    {
        var command = new Command("tags", "Lists the tags of an index, with counts, the forms in which texts name them, and examples.")
        {
            _text, _index, _types, _min, _limit, _json, _yaml,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult call)
    {
        var settings = context.Settings().With(call, _index);
        var request = new TagRequest
        {
            Text = call.GetValue(_text) ?? "",
            Types = call.GetValue(_types) ?? [],
            Min = call.GetValue(_min),
            Limit = call.GetValue(_limit),
        };
        var asYaml = call.GetValue(_yaml);
        if (asYaml && call.GetValue(_json))
        {
            throw new SettingException("--yaml and --json are two forms of the answer; leave one out");
        }

        var (tags, authority) = context.Ask(settings, search => (search.Tags(request), search.Authority()));
        if (asYaml)
        {
            context.Out.Write(TagSkeleton.Write(tags, authority!.ToFiles()));
        }
        else if (call.GetValue(_json))
        {
            context.Out.WriteLine(HostJson.Line(tags));
        }
        else
        {
            TagPrinter.Print(context.Out, tags);
        }

        if (tags.Total > tags.Tags.Count)
        {
            context.Error.WriteLine($"{tags.Tags.Count} of {tags.Total} tags; --limit N shows more of each type, --min N leaves out the rare ones");
        }

        return ExitCode.Done;
    }
}
