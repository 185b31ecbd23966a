using System.Globalization;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Ends the reading of a source that takes too long, also where a library asks no token (decision 013).</summary>
/// <param name="most">The longest time. An extractor is asked to end then; one that has not done so after a tenth of it more is no longer waited for.</param>
internal sealed class TimeLimit(TimeSpan most)
{
    /// <summary>What is as small as this ends soon whatever is done with it, and is not worth a thread.</summary>
    internal const int Small = 64 * 1024;

    /// <summary>Lets an extractor read a source.</summary>
    /// <exception cref="ExtractionException">It takes too long, or the source cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> asked to end.</exception>
    public Document Read(IExtractor extractor, SourceFile source, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(most);
        var token = end.Token;
        try
        {
            return source.Content.Length <= Small ? extractor.Extract(source, token) : ReadBeside(() => extractor.Extract(source, token), source);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw TooLong(source, e);
        }
    }

    // On a thread of its own, which is left behind where nothing ends it: the run goes on without it.
    private Document ReadBeside(Func<Document> read, SourceFile source)
    {
        var reading = Task.Factory.StartNew(read, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([reading], most * 1.1) == 0 ? reading.GetAwaiter().GetResult() : throw TooLong(source, new TimeoutException());
    }

    private ExtractionException TooLong(SourceFile source, Exception cause) => new(
        string.Create(CultureInfo.InvariantCulture, $"{source.Name} takes more than {most.TotalSeconds:0.#} seconds to read; it is too large or hostile"), cause);
}
