using PolicySearch.Service.Ingestion;
using Spectre.Console;

namespace PolicySearch.Host.Output;

/// <summary>Shows a terminal how an ingest stands, with rate and time left, while it runs.</summary>
internal static class ProgressBar
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    /// <summary>Does the work on this thread, and shows it.</summary>
    public static IngestionReport Show(IAnsiConsole console, Ingestor ingestor, Func<IngestionReport> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
        .Start(context =>
        {
            var task = context.AddTask("ingest").IsIndeterminate();
            using var timer = new Timer(_ => Update(task, ingestor.Status()), null, TimeSpan.Zero, Period);
            return work();
        });

    /// <summary>Sets the bar to how a run stands.</summary>
    internal static void Update(ProgressTask task, IngestionStatus status)
    {
        task.Description = Markup.Escape(ProgressLog.Line(status));
        task.IsIndeterminate(status.Phase != IngestionPhase.Reading || status.ToRead == 0);
        task.MaxValue(Math.Max(status.ToRead, 1));
        task.Value(status.Read);
    }
}
