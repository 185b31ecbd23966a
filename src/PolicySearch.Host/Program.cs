using System.Text;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Host;
using PolicySearch.Host.Api;
using PolicySearch.Host.Commands;
using PolicySearch.Host.Output;
using PolicySearch.Host.Workers;
using PolicySearch.Service.Ingestion;
using PolicySearch.Service.Search;

await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = false };
await using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
var context = new CommandContext
{
    Out = output,
    Error = error,
    IsTerminal = !Console.IsOutputRedirected,
    Settings = () => Settings.From(Wiring.Configuration()),
    Services = settings => Wiring.AddCore(new ServiceCollection(), settings, error).BuildServiceProvider(),
    Server = settings => Wiring.Server(settings, error),
};
try
{
    return await new CommandLineApp(context).RunAsync(args);
}
finally
{
    Wiring.FlushQuietly(output);
}

/// <summary>Puts the parts together; nothing else in the program does.</summary>
internal static class Wiring
{
    /// <summary>The program's own <c>appsettings.json</c>, then the user's, then the environment.</summary>
    public static IConfiguration Configuration() => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.Combine(Environment.CurrentDirectory, "appsettings.json"), optional: true)
        .AddEnvironmentVariables(Settings.EnvironmentPrefix)
        .Build();

    /// <summary>What every verb may need.</summary>
    public static IServiceCollection AddCore(IServiceCollection services, Settings settings, TextWriter error) => services
        .AddLogging(logging => logging.ClearProviders().AddProvider(new StderrLoggerProvider(error, LogLevel.Information)))
        .AddSingleton(settings)
        .AddSingleton(TimeProvider.System)
        .AddSingleton<IndexDirectory>(_ => new FileSystemDirectory(settings.Index))
        .AddSingleton(_ => new Tagger())
        .AddSingleton(_ => SourceReading.With(new DocumentReader()))
        .AddSingleton<PassageSearch>()
        .AddSingleton<Ingestor>();

    /// <summary>The server: page, API and workers.</summary>
    public static WebApplication Server(Settings settings, TextWriter error)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
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
            .ConfigureHttpJsonOptions(json => HostJson.Configure(json.SerializerOptions))
            .AddOpenApi();

        var app = builder.Build();
        app.UseApiProblems();
        app.MapSearch();
        app.MapPassages();
        app.MapDocuments();
        app.MapIngest();
        app.MapHealth();
        app.MapOpenApi("/openapi/v1.json");
        return app;
    }

    /// <summary>Who reads our output may be gone ('| head'); that is no fault.</summary>
    public static void FlushQuietly(TextWriter output)
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
            Console.SetOut(TextWriter.Null);
        }
    }
}
