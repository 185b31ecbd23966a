using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>The last two commits of a directory, as its writer sees and continues them.</summary>
internal sealed class CommitHistory
{
    private readonly IndexDirectory _directory;
    private readonly IndexSchema _schema;
    private Commit? _before;

    /// <summary>Reads what has been committed.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="schema">The writer's schema.</param>
    /// <param name="create">Start anew: the old commit is kept, but not continued, even if this program cannot read it.</param>
    public CommitHistory(IndexDirectory directory, IndexSchema schema, bool create)
    {
        _directory = directory;
        _schema = schema;
        var generations = CommitFinder.Generations(directory);
        Generation = generations.FirstOrDefault();
        if (generations.Count == 0)
        {
            return;
        }

        if (create)
        {
            _before = TryRead(generations);
            return;
        }

        Last = CommitFinder.ReadNewest(directory);
        _before = TryRead(generations.SkipWhile(g => g >= Last.Generation));
        if (Last.SchemaFingerprint != schema.Fingerprint)
        {
            throw new SchemaMismatchException(
                $"the index in {directory.Description} was made with the schema '{Last.SchemaFingerprint}', but is opened with '{schema.Fingerprint}'; build the index again");
        }
    }

    /// <summary>The commit that the writer continues; null where it starts anew.</summary>
    public Commit? Last { get; private set; }

    /// <summary>The highest generation so far, of a damaged manifest too.</summary>
    public long Generation { get; private set; }

    /// <summary>Files that must not be deleted.</summary>
    public IEnumerable<string> FileNames => (Last?.AllFiles ?? []).Concat(_before?.AllFiles ?? []);

    /// <summary>Publishes the next commit; see <see cref="CommitPublisher"/>.</summary>
    public void Publish(long nextSegment, IReadOnlyDictionary<string, string> userData, SegmentList segments)
    {
        var copy = new Dictionary<string, string>(userData, StringComparer.Ordinal);
        var commit = new Commit(Generation + 1, nextSegment, _schema.Fingerprint, copy, segments.ToInfos());
        CommitPublisher.Publish(_directory, commit, commit.AllFiles.Where(segments.Unsynced.Contains));
        _before = Last ?? _before;
        Last = commit;
        Generation = commit.Generation;
    }

    /// <summary>The first of the generations that can be read, or null.</summary>
    private Commit? TryRead(IEnumerable<long> generations)
    {
        foreach (var generation in generations)
        {
            try
            {
                return Commit.Read(_directory, generation);
            }
            catch (IndexException)
            {
                // Damaged or of another version: of no use to anybody.
            }
        }

        return null;
    }
}
