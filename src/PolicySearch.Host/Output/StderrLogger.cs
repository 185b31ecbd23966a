namespace PolicySearch.Host.Output;

/// <summary>Writes each log message as one line to standard error; of an exception only its message, never its stack.</summary>
internal sealed class StderrLoggerProvider(TextWriter error, LogLevel least) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new StderrLogger(
        error, categoryName.StartsWith("Microsoft", StringComparison.Ordinal) && least < LogLevel.Warning ? LogLevel.Warning : least);

    public void Dispose()
    {
    }

    private sealed class StderrLogger(TextWriter error, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var cause = exception is null ? "" : $" ({exception.GetType().Name}: {exception.Message})";
            var line = (formatter(state, exception) + cause).ReplaceLineEndings(" ");
            lock (error)
            {
                error.WriteLine(logLevel switch
                {
                    LogLevel.Warning => "warning: " + line,
                    LogLevel.Error or LogLevel.Critical => "error: " + line,
                    _ => line,
                });
                error.Flush();
            }
        }
    }
}
