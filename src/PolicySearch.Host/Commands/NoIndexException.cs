using PolicySearch.Engine;

namespace PolicySearch.Host.Commands;

/// <summary>Nothing has been committed where a verb needs an index; the message's words are a contract.</summary>
internal sealed class NoIndexException(Settings settings)
    : Exception($"no index in {settings.Index}; make one with 'policysearch ingest PATH --index {settings.Index}'")
{
    /// <summary>Runs what needs an index.</summary>
    /// <exception cref="NoIndexException">There is none.</exception>
    public static T Unless<T>(Settings settings, Func<T> run)
    {
        try
        {
            // Opening a folder that is missing would make it.
            return Directory.Exists(settings.Index) ? run() : throw new NoIndexException(settings);
        }
        catch (IndexNotFoundException)
        {
            throw new NoIndexException(settings);
        }
    }
}
