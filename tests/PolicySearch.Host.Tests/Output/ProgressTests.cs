using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PolicySearch.Engine.Storage;
using PolicySearch.Host.Output;
using PolicySearch.Service.Ingestion;
using PolicySearch.Testing;
using Spectre.Console;

namespace PolicySearch.Host.Tests.Output;

public sealed class ProgressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly StringWriter _screen = new();

    public ProgressTests() => _folder.Write("docs/a.txt", "a");

    public static TheoryData<IngestionStatus, string> Lines => new()
    {
        { new IngestionStatus { Phase = IngestionPhase.Comparing }, "comparing the sources with the index" },
        { new IngestionStatus { Phase = IngestionPhase.Finishing }, "committing and merging" },
        { new IngestionStatus { Phase = IngestionPhase.Reading, Read = 3, ToRead = 10, Failed = 1 }, "3 of 10 read, 1 failed" },
        { Reading(80), "30 of 100 read, 2 failed; 12.5 a second, 80 s left" },
        { Reading(130), "30 of 100 read, 2 failed; 12.5 a second, 2 min left" },
        { Reading(9000), "30 of 100 read, 2 failed; 12.5 a second, 2.5 h left" },
    };

    [Theory]
    [MemberData(nameof(Lines), DisableDiscoveryEnumeration = true)]
    public void A_line_tells_how_a_run_stands(IngestionStatus status, string line) => Assert.Equal(line, ProgressLog.Line(status));

    [Fact]
    public void The_bar_shows_what_is_read_of_what_is_to_be_read_and_no_part_while_that_is_not_known() =>
        Terminal().Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("ingest");
            ProgressBar.Update(task, new IngestionStatus { Phase = IngestionPhase.Comparing });
            Assert.Equal((true, "comparing the sources with the index"), (task.IsIndeterminate, task.Description));

            ProgressBar.Update(task, Reading(80));
            Assert.Equal((false, 30.0, 100.0), (task.IsIndeterminate, task.Value, task.MaxValue));

            ProgressBar.Update(task, new IngestionStatus { Phase = IngestionPhase.Finishing, Read = 100, ToRead = 100 });
            Assert.True(task.IsIndeterminate);
        });

    [Fact]
    public void The_bar_gives_what_the_work_gives_and_is_gone_afterwards()
    {
        var report = new IngestionReport { Added = 7 };
        Assert.Same(report, ProgressBar.Show(Terminal(), Ingestor(), () => report));
        Assert.Throws<IngestionException>(() => ProgressBar.Show(Terminal(), Ingestor(), () => throw new IngestionException("it cannot be followed")));

        // Hidden while it is drawn, and shown again.
        Assert.EndsWith("\u001b[?25h", _screen.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_there_is_no_terminal_a_long_run_logs_a_line_now_and_then_and_an_idle_one_none()
    {
        var lines = new List<string>();
        IngestionStatus? during = null;
        Ingestor? ingestor = null;
        using var log = new ProgressLog(
            ingestor = Ingestor(() =>
            {
                _time.Advance(TimeSpan.FromSeconds(10));
                during = ingestor!.Status();
            }),
            new ListLogger(lines),
            _time);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(lines);

        ingestor.Run(new IngestionRequest { Paths = [_folder["docs"]] });
        Assert.Equal("ingest: 0 of 1 read, 0 failed", Assert.Single(lines));
        Assert.Equal((IngestionState.Running, IngestionPhase.Reading), (during!.State, during.Phase));
    }

    public void Dispose()
    {
        _screen.Dispose();
        _folder.Dispose();
    }

    private static IngestionStatus Reading(double left) =>
        new() { Phase = IngestionPhase.Reading, Read = 30, ToRead = 100, Failed = 2, Rate = 12.5, EtaSeconds = left };

    private IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        Out = new AnsiConsoleOutput(_screen),
    });

    private Ingestor Ingestor(Action? onRead = null) => new(
        new FileSystemDirectory(_folder["index"]),
        _ => new SourceReading("1", (_, _, _) =>
        {
            onRead?.Invoke();
            throw new Extraction.Extractors.ExtractionException("it is not read here");
        }),
        _time,
        NullLogger<Ingestor>.Instance);

    private sealed class ListLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Add(formatter(state, exception));
    }
}
