using System.CommandLine;
using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Authority.Validation;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Host.Output;
using PolicySearch.Service;

namespace PolicySearch.Host.Commands;

/// <summary><c>authority [list|find NAME|validate [FILE…]]</c>; the first two take <c>--authority FILE…</c>.</summary>
internal sealed class AuthorityCommand(CommandContext context)
{
    private readonly Option<bool> _json = CommonOptions.Json();

    private readonly Option<string?> _type = new Option<string?>("--type") { Description = "Only entries of this type.", HelpName = "TYPE" }
        .AcceptOnlyFromAmong("ministry", "agency", "organisation", "person", "place", "programme");

    private readonly Option<string?> _country = new("--country") { Description = "Only entries of this country: its ISO 3166 code or its name.", HelpName = "COUNTRY" };

    private readonly Option<string?> _text = new("--text") { Description = "Only entries with this in a name.", HelpName = "TEXT" };

    private readonly Option<string[]> _authority = CommonOptions.Authority("none");

    private readonly Argument<string> _name = new("NAME") { Description = "A name or short form in any language." };

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "Files of one's own, read on top of the program's; none for the program's.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public Command Build()
    {
        var command = new Command("authority", "Shows and checks what is known by name: ministries, agencies, programmes and more.")
        {
            Verb("list", "Lists entries (as 'authority' alone does).", List, _type, _country, _text, _authority),
            Find(),
            Validate(),
        };
        AddOptions(command, _type, _country, _text, _authority);
        command.SetAction(List);
        return command;
    }

    private Command Find()
    {
        var command = Verb("find", "Shows all that is known of a name.", Find, _authority);
        command.Add(_name);
        return command;
    }

    private Command Validate()
    {
        var command = Verb("validate", "Says what is wrong in authority files, by file and line.", Validate);
        command.Add(_files);
        return command;
    }

    private Command Verb(string name, string description, Func<ParseResult, int> run, params Option[] options)
    {
        var command = new Command(name, description);
        AddOptions(command, options);
        command.SetAction(run);
        return command;
    }

    private void AddOptions(Command command, params Option[] options)
    {
        foreach (var option in options.Append(_json))
        {
            command.Add(option);
        }
    }

    private int List(ParseResult call)
    {
        MentionType? type = call.GetValue(_type) is { } name ? Enum.Parse<MentionType>(name, ignoreCase: true) : null;
        var catalogue = Catalogue(call);
        var entries = catalogue.List(type, call.GetValue(_country), call.GetValue(_text));
        if (!WriteJson(call, catalogue, entries))
        {
            AuthorityPrinter.List(context.Out, entries);
        }

        return ExitCode.Done;
    }

    private int Find(ParseResult call)
    {
        var name = call.GetRequiredValue(_name);
        var catalogue = Catalogue(call);
        var entries = catalogue.Find(name);
        if (!WriteJson(call, catalogue, entries))
        {
            AuthorityPrinter.Show(context.Out, entries, catalogue.Lineage);
        }

        if (entries.Count > 0)
        {
            return ExitCode.Done;
        }

        context.Error.WriteLine($"no entry goes by the name '{name}'; 'policysearch authority list --text' finds parts of names");
        return ExitCode.Failed;
    }

    private int Validate(ParseResult call)
    {
        var paths = call.GetValue(_files) ?? [];
        var faults = new List<AuthorityFault>();
        var files = new List<(string Name, string Text)>();
        var isRead = true;
        foreach (var path in paths.Distinct())
        {
            try
            {
                files.Add((path, UserAuthority.ReadFile(path).Text));
            }
            catch (AuthorityException e)
            {
                faults.AddRange(e.Faults);
                if (e.Faults.Count == 0)
                {
                    isRead = false;
                    context.Error.WriteLine("policysearch: " + e.Message);
                }
            }
        }

        faults.AddRange(paths.Length == 0 ? AuthorityValidator.Check(AuthorityFiles.BuiltIn) : AuthorityValidator.Check(AuthorityFiles.BuiltIn, files));
        if (call.GetValue(_json))
        {
            context.Out.WriteLine(HostJson.Line(new AuthorityFaultList([.. faults.Select(fault => new AuthorityFaultLine(fault.Origin.File, fault.Origin.Line, fault.Message))])));
        }
        else if (faults.Count > 0 || isRead)
        {
            AuthorityPrinter.Faults(context.Out, faults);
        }

        return faults.Count == 0 && isRead ? ExitCode.Done : ExitCode.Failed;
    }

    private AuthorityCatalogue Catalogue(ParseResult call) =>
        new(UserAuthority.Read(context.Settings().With(call, authority: _authority).Authority ?? []).ToFiles());

    private bool WriteJson(ParseResult call, AuthorityCatalogue catalogue, IReadOnlyList<AuthorityEntry> entries)
    {
        if (!call.GetValue(_json))
        {
            return false;
        }

        context.Out.WriteLine(HostJson.Line(new AuthorityEntryList([.. entries.Select(entry => AuthorityEntryLine.Of(entry, catalogue.Lineage))])));
        return true;
    }
}
