namespace PolicySearch.Testing.Reference;

/// <summary>Counts over all documents, deleted ones too, as Lucene does until a merge drops them.</summary>
internal sealed class NaiveStatistics(IReadOnlyList<ReferenceDocument> documents)
{
    private readonly Dictionary<(string Field, string Term), int> _docFreqs = [];
    private readonly Dictionary<string, (int DocCount, long TokenCount)> _fields = [];

    public int DocFreq(string field, string term)
    {
        if (!_docFreqs.TryGetValue((field, term), out var count))
        {
            count = documents.Count(d => d.Terms(field).Contains(term));
            _docFreqs[(field, term)] = count;
        }

        return count;
    }

    public (int DocCount, long TokenCount) Field(string field)
    {
        if (!_fields.TryGetValue(field, out var statistics))
        {
            statistics = (documents.Count(d => d.Terms(field).Any()), documents.Sum(d => (long)d.Terms(field).Count()));
            _fields[field] = statistics;
        }

        return statistics;
    }
}
