using System.Text;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Host.Api;
using PolicySearch.Host.Commands;
using PolicySearch.Host.Output;
using PolicySearch.Host.Web;
using PolicySearch.Host.Workers;
using PolicySearch.Service;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;
using PolicySearch.Service.Verification;
using Spectre.Console;

namespace PolicySearch.Host;

/// <summary>Puts the parts together; nothing else in the program does.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = false };
        await using var standardError = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        await using var error = new TerminalWriter(standardError) { NewLine = "\n" };
        var context = new CommandContext
        {
            Out = output,
            Error = error,
            IsTerminal = !Console.IsOutputRedirected,
            Terminal = Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }),
            Settings = () => Settings.From(Configuration()),
            Services = settings => Core(settings, error),
            Server = settings => Server(settings, error),
        };
        var status = await new CommandLineApp(context).RunAsync(args);
        await output.FlushAsync();
        return status;
    }

    /// <summary>The program's own <c>appsettings.json</c>, then the user's, then the environment.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables(Settings.EnvironmentPrefix)
        .Build();

    /// <summary>What every verb may need.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "ASP0000", Justification = "verbs without a server have no other container")]
    public static ServiceProvider Core(Settings settings, TextWriter error) =>
        AddCore(new ServiceCollection(), settings, error).BuildServiceProvider();

    private static IServiceCollection AddCore(IServiceCollection services, Settings settings, TextWriter error) => services
        .AddLogging(logging => logging
            .ClearProviders()
            .AddProvider(new StderrLoggerProvider(error, LogLevel.Information))

            // Why the server did not start is said by its verb, in one line.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None))
        .AddSingleton(settings)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IndexDirectory>(_ => new FileSystemDirectory(settings.Index))
        .AddSingleton<Taggers>()
        .AddSingleton<Func<UserAuthority, SourceReading>>(services => authority =>
            SourceReading.With(DocumentReader.CreateDefault(services.GetRequiredService<Taggers>().Of(authority), settings.Extraction)))
        .AddSingleton<PassageSearch>()
        .AddSingleton<SourceVerifier>()
        .AddSingleton(services => new Ingestor(
            services.GetRequiredService<IndexDirectory>(),
            services.GetRequiredService<Func<UserAuthority, SourceReading>>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<Ingestor>>(),
            settings.Ingestion));

    /// <summary>The server: page, API and workers.</summary>
    public static WebApplication Server(Settings settings, TextWriter error)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(settings.Urls.Split(';'));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.MaxRequestLineSize = 32 * 1024;
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(8));
        AddCore(builder.Services, settings, error)
            .AddSingleton<ServerStatus>()
            .AddSingleton<IngestionWorker>()
            .AddHostedService(services => services.GetRequiredService<IngestionWorker>())
            .AddHostedService<ReaderRefresher>()
            .AddHostedService<IndexVerifier>()
            .ConfigureHttpJsonOptions(json => HostJson.Configure(json.SerializerOptions))
            .AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "PolicySearch";
                document.Info.Version = typeof(Program).Assembly.GetName().Version?.ToString(3);
                return Task.CompletedTask;
            }));
        builder.Services.AddWebPages();

        var app = builder.Build();
        app.UseHeadRequests();
        app.UseRouting();
        app.UseApiProblems();
        app.MapWebPages();
        app.MapSearch();
        app.MapPassages();
        app.MapDocuments();
        app.MapTags();
        app.MapIngest();
        app.MapHealth();
        app.MapOpenApi("/openapi/v1.json");
        return app;
    }
}
