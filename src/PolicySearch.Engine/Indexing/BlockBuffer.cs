using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Blocks that are not yet in a segment, inverted in memory. Not safe for use by many threads.</summary>
internal sealed class BlockBuffer
{
    private readonly IndexSchema _schema;
    private readonly PagePool _pages;
    private readonly SlicePool _pool;
    private readonly Dictionary<string, TextInverter> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeywordBuffer> _keywords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberBuffer> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IntervalBuffer> _intervals = new(StringComparer.Ordinal);
    private readonly StoredWriter _stored;

    public BlockBuffer(IndexSchema schema, PagePool pages)
    {
        _schema = schema;
        _pages = pages;
        _pool = new SlicePool(pages);
        Records = new BufferedRecords(pages);
        _stored = new StoredWriter(schema, null, pages);
        foreach (var field in schema.Fields)
        {
            AddField(field);
        }
    }

    /// <summary>The records of the blocks.</summary>
    public BufferedRecords Records { get; }

    /// <summary>Documents, deleted ones too.</summary>
    public int MaxDoc { get; private set; }

    /// <summary>Records, deleted ones too.</summary>
    public int RecordCount => Records.Count;

    /// <summary>About how much memory is in use, as it was last measured.</summary>
    public long Bytes { get; private set; }

    /// <summary>The name of the segment that it is being written to, or null.</summary>
    public string? Segment { get; set; }

    /// <summary>Takes in all of a checked block but its record, which the caller then adds to <see cref="Records"/>, also where this throws.</summary>
    public void Invert(RecordBlock block)
    {
        _stored.AddRecord(block.Text, block.Data.Span);
        foreach (var document in block.Documents)
        {
            // The number is taken first: should an analyzer throw, the half-done document keeps it and is deleted with its record.
            var doc = MaxDoc++;
            Add(document, doc);
        }
    }

    /// <summary>Brings <see cref="Bytes"/> up to date.</summary>
    public void Measure()
    {
        var bytes = _pool.Bytes + Records.Bytes + _stored.Bytes;
        foreach (var field in _texts.Values)
        {
            bytes += field.Bytes;
        }

        foreach (var field in _keywords.Values)
        {
            bytes += field.Bytes;
        }

        foreach (var field in _numbers.Values)
        {
            bytes += field.Bytes;
        }

        foreach (var field in _intervals.Values)
        {
            bytes += field.Bytes;
        }

        Bytes = bytes;
    }

    /// <summary>Writes everything to the files of a segment.</summary>
    public void Write(SegmentOutput output)
    {
        foreach (var field in _schema.Fields)
        {
            Write(field.Name, output);
        }

        Records.Write(output.Records);
        output.Finish(MaxDoc, Records.SortByKey(), _stored);
    }

    /// <summary>Gives the memory back; the buffer is used up.</summary>
    public void Release()
    {
        foreach (var field in _texts.Values)
        {
            field.Postings.Release();
        }

        foreach (var field in _keywords.Values)
        {
            field.Release();
        }

        foreach (var field in _numbers.Values)
        {
            field.Release();
        }

        foreach (var field in _intervals.Values)
        {
            field.Release();
        }

        Records.Release();
        _stored.Release();
        _pool.Release();
    }

    private void AddField(FieldDefinition field)
    {
        switch (field.Kind)
        {
            case FieldKind.Text:
                _texts[field.Name] = new TextInverter(field.Analyzer!, _pool, _pages);
                break;
            case FieldKind.Keyword:
                _keywords[field.Name] = new KeywordBuffer(_pool, _pages);
                break;
            case FieldKind.Number:
                _numbers[field.Name] = new NumberBuffer(_pages);
                break;
            case FieldKind.Interval:
                _intervals[field.Name] = new IntervalBuffer(_pages);
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
