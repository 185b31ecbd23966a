using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using PolicySearch.Service;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Commands;

/// <summary><c>serve [--index DIR] [--sources DIR…] [--authority FILE…] [--urls URL] [--read-only]</c>, also without its name.</summary>
internal sealed class ServeCommand(CommandContext context)
{
    private readonly Option<string?> _index = CommonOptions.Index();

    private readonly Option<string[]> _sources = new("--sources")
    {
        Description = "Source roots (default: those that the index remembers, or seeds for a new index).",
        HelpName = "DIR",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string[]> _authority = CommonOptions.Authority("those that the index remembers");
    private readonly Option<string?> _urls = new("--urls") { Description = "Where to listen (default http://localhost:5080).", HelpName = "URL" };
    private readonly Option<bool> _readOnly = new("--read-only") { Description = "Serve the index as it is, without ingesting." };

    /// <summary>Adds the verb, and makes it what happens without one.</summary>
    public void AddTo(RootCommand root)
    {
        var command = new Command("serve", "Ingests what is new, watches the sources, and serves page and API (default).");
        foreach (var target in new[] { command, root })
        {
            target.Add(_index);
            target.Add(_sources);
            target.Add(_authority);
            target.Add(_urls);
            target.Add(_readOnly);
            target.SetAction(RunAsync);
        }

        root.Add(command);
    }

    private async Task<int> RunAsync(ParseResult call, CancellationToken cancellationToken)
    {
        var settings = context.Settings().With(call, _index, authority: _authority);
        settings = settings with
        {
            Sources = call.GetValue(_sources) is { Length: > 0 } sources ? [.. sources.SelectMany(ValueList.Split)] : settings.Sources,
            Urls = call.GetValue(_urls) ?? settings.Urls,
            ReadOnly = settings.ReadOnly || call.GetValue(_readOnly),
        };
        CheckUrls(settings.Urls);
        if (!settings.ReadOnly)
        {
            IndexFolder.EnsureWritable(settings.Index);
        }

        await using var server = context.Server(settings);
        CheckAuthority(server.Services, settings);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await NotStartedAsync(server, $"{settings.Urls} is in use by another program; choose another port with --urls http://localhost:5081");
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or InvalidOperationException or IOException)
        {
            return await NotStartedAsync(server, $"cannot listen at {settings.Urls}: {e.Message.ReplaceLineEndings(" ")}; choose another place with --urls");
        }

        context.Error.WriteLine($"PolicySearch is at {string.Join(" and ", server.Urls)} (Ctrl+C stops it)");
        await server.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>The workers have begun before the server listens; they end before what they work with is disposed.</summary>
    private async Task<int> NotStartedAsync(WebApplication server, string reason)
    {
        context.Error.WriteLine("policysearch: " + reason);
        await server.StopAsync(CancellationToken.None);
        return ExitCode.Failed;
    }

    /// <summary>What is wrong with an authority file shall stop the start, and not only the first run of the server.</summary>
    private void CheckAuthority(IServiceProvider services, Settings settings)
    {
        if (settings.ReadOnly)
        {
            AuthorityNote.Write(context, settings, services.GetRequiredService<PassageSearch>());
        }
        else if (settings.Authority is { } files)
        {
            services.GetRequiredService<Taggers>().Of(UserAuthority.Read(files));
        }
    }

    private static void CheckUrls(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // Kestrel also takes * and + for the host, which no Uri does.
            var plain = url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
            if (!Uri.TryCreate(plain, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            {
                throw new SettingException($"--urls is '{urls}'; use an address such as http://localhost:5081");
            }
        }
    }
}
