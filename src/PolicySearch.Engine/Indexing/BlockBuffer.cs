using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Indexing;

/// <summary>Blocks that are not yet in a segment, inverted in memory. Not safe for use by many threads.</summary>
internal sealed class BlockBuffer
{
    private readonly IndexSchema _schema;
    private readonly SlicePool _pool = new();
    private readonly Dictionary<string, TextInverter> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeywordBuffer> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberBuffer> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IntervalBuffer> _intervals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly List<int> _deleted = [];
    private readonly RecordsWriter _records = new();
    private readonly StoredWriter _stored;

    public BlockBuffer(IndexSchema schema)
    {
        _schema = schema;
        _stored = new StoredWriter(schema, null);
        foreach (var field in schema.Fields)
        {
            AddField(field);
        }
    }

    /// <summary>Documents, deleted ones too.</summary>
    public int MaxDoc { get; private set; }

    /// <summary>Records, deleted ones too.</summary>
    public int RecordCount => _records.Count;

    /// <summary>About how much memory is in use.</summary>
    public long Bytes => _pool.Bytes + (_records.Count * 8L) + _stored.Bytes + (_byKey.Count * 100L)
        + _texts.Values.Sum(f => f.Bytes) + _keywords.Values.Sum(f => f.Bytes) + _numbers.Values.Sum(f => f.Bytes) + _intervals.Values.Sum(f => f.Bytes);

    /// <summary>Adds a checked block in place of the one with the same key.</summary>
    public void Replace(RecordBlock block)
    {
        var record = _records.Count;
        _records.Add(Encoding.UTF8.GetBytes(block.Key), MaxDoc);
        _stored.AddRecord(block.Text, block.Data.Span);
        try
        {
            foreach (var document in block.Documents)
            {
                // The number is taken first: should an analyzer throw, the half-done document keeps it and is deleted with its record.
                var doc = MaxDoc++;
                Add(document, doc);
            }
        }
        catch
        {
            _deleted.Add(record);
            throw;
        }

        Delete(block.Key);
        _byKey[block.Key] = record;
    }

    /// <summary>Deletes the block with the key; false where there is none.</summary>
    public bool Delete(string key)
    {
        if (!_byKey.Remove(key, out var record))
        {
            return false;
        }

        _deleted.Add(record);
        return true;
    }

    /// <summary>The records that are live; null where all are.</summary>
    public LiveRecords? Live()
    {
        if (_deleted.Count == 0)
        {
            return null;
        }

        var live = LiveRecords.All(_records.Count);
        foreach (var record in _deleted)
        {
            live.Delete(record);
        }

        return live;
    }

    /// <summary>Writes everything to the files of a segment. The buffer is used up.</summary>
    public void Write(SegmentOutput output)
    {
        foreach (var field in _schema.Fields)
        {
            Write(field.Name, output);
        }

        output.Finish(MaxDoc, _records, _stored);
    }

    private void AddField(FieldDefinition field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                _texts[field.Name] = new TextInverter(field.Analyzer!, _pool);
                break;
            case FieldKind.Keyword:
                _keywords[field.Name] = new KeywordBuffer(_pool);
                break;
            case FieldKind.Number:
                _numbers[field.Name] = new NumberBuffer();
                break;
            case FieldKind.Interval:
                _intervals[field.Name] = new IntervalBuffer();
                break;
            default:
                // Stored values go to the stored writer, which knows its fields.
                break;
        }
    }

    private void Add(IndexDocument document, int doc)
    {
        _stored.StartDocument();
        foreach (var (field, bytes) in document.Stored)
        {
            _stored.AddValue(field, bytes.Span);
        }

        foreach (var (field, text) in document.Texts)
        {
            if (_texts.TryGetValue(field, out var inverter))
            {
                inverter.Add(doc, text);
            }
            else
            {
                _keywords[field].Add(doc, text.Span);
            }
        }

        foreach (var (field, number) in document.Numbers)
        {
            _numbers[field].Add(doc, number);
        }

        foreach (var (field, interval) in document.Intervals)
        {
            _intervals[field].Add(doc, interval);
        }
    }

    private void Write(string field, SegmentOutput output)
    {
        if (_texts.TryGetValue(field, out var text))
        {
            if (text.HasValues)
            {
                output.Postings.Norms = text.Norms(MaxDoc);
                output.Norms.Add(field, output.Postings.Norms.AsSpan(0, MaxDoc));
            }

            text.Postings.Write(field, output.Terms, output.Postings);
        }
        else if (_keywords.TryGetValue(field, out var keyword))
        {
            keyword.Write(field, MaxDoc, keyword.Postings.Write(field, output.Terms, output.Postings), output.Columns);
        }
        else if (_numbers.TryGetValue(field, out var numbers))
        {
            numbers.Write(field, MaxDoc, output.Columns);
        }
        else if (_intervals.TryGetValue(field, out var intervals))
        {
            intervals.Write(field, MaxDoc, output.Columns);
        }
    }
}
