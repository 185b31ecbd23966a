using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>Walks over the terms of a field in several segments together, in their order.</summary>
internal sealed class TermMerge
{
    private readonly List<TermCursor> _cursors = [];
    private readonly List<TermCursor> _current = [];
    private byte[] _term = [];

    public TermMerge(IReadOnlyList<MergeSource> sources, string field)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i].Core.Terms(field) is { } terms)
            {
                var cursor = new TermCursor(sources[i], i, terms);
                if (cursor.MoveNext())
                {
                    _cursors.Add(cursor);
                }
            }
        }
    }

    /// <summary>The term.</summary>
    public ReadOnlySpan<byte> Term => _term;

    /// <summary>The sources that have it, in their order.</summary>
    public IReadOnlyList<TermCursor> Current => _current;

    /// <summary>Moves to the next term; false at the end.</summary>
    public bool MoveNext()
    {
        foreach (var cursor in _current)
        {
            if (!cursor.MoveNext())
            {
                _cursors.Remove(cursor);
            }
        }

        _current.Clear();
        if (_cursors.Count == 0)
        {
            return false;
        }

        var least = _cursors[0];
        foreach (var cursor in _cursors)
        {
            var order = cursor.Term.SequenceCompareTo(least.Term);
            if (order < 0)
            {
                least = cursor;
                _current.Clear();
            }

            if (order <= 0)
            {
                _current.Add(cursor);
            }
        }

        _term = least.Term.ToArray();
        return true;
    }

    /// <summary>A source's terms of one field.</summary>
    internal sealed class TermCursor(MergeSource source, int sourceNumber, TermsReader terms)
    {
        private readonly TermsEnum _enum = terms.Enumerate();

        public MergeSource Source => source;

        public int SourceNumber => sourceNumber;

        public int Ordinal { get; private set; } = -1;

        public ReadOnlySpan<byte> Term => _enum.Term;

        public int DocFreq => _enum.State.DocFreq;

        public bool MoveNext()
        {
            Ordinal++;
            return _enum.MoveNext();
        }

        public PostingsEnum Postings(PostingsFeatures features) => terms.Postings(_enum.State, features);
    }
}
