using System.Runtime.InteropServices;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Formats;

/// <summary>Collects and writes what is stored; see <see cref="StoredFormat"/>. Records and documents come in order, each record before its documents.</summary>
internal sealed class StoredWriter
{
    private readonly ChunkedWriter _texts;
    private readonly ChunkedWriter _data;
    private readonly ChunkedWriter _values;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly ByteWriter _lead = new();

    /// <param name="schema">Gives the numbers of stored fields.</param>
    /// <param name="output">Takes what is complete at once; where it is null, all waits for <see cref="Finish"/>.</param>
    /// <param name="pages">Memory for what waits.</param>
    public StoredWriter(IndexSchema schema, IndexOutput? output, PagePool pages)
    {
        _texts = new ChunkedWriter(isText: true, output, new PagedBytes(pages));
        _data = new ChunkedWriter(isText: false, output, new PagedBytes(pages));
        _values = new ChunkedWriter(isText: false, output, new PagedBytes(pages));
        foreach (var field in schema.Fields.Where(f => f.Kind == FieldKind.Stored))
        {
            _numbers[field.Name] = _names.Count;
            _names.Add(field.Name);
        }
    }

    public long Bytes => _texts.Bytes + _data.Bytes + _values.Bytes;

    public void AddRecord(ReadOnlySpan<char> text, ReadOnlySpan<byte> data)
    {
        _texts.StartItem();
        _texts.Write(MemoryMarshal.AsBytes(text));
        _data.StartItem();
        _data.Write(data);
    }

    public void StartDocument() => _values.StartItem();

    public void AddValue(string field, ReadOnlySpan<byte> value)
    {
        _lead.Clear();
        _lead.WriteVarint(_numbers[field]);
        _lead.WriteVarint(value.Length);
        _values.Write(_lead.Written);
        _values.Write(value);
    }

    /// <summary>Adds records and their documents from another segment.</summary>
    public void Copy(StoredReader source, int firstRecord, int endRecord, int firstDoc, int endDoc)
    {
        source.CheckNames(_names);
        _texts.Copy(source.Texts, firstRecord, endRecord);
        _data.Copy(source.Data, firstRecord, endRecord);
        _values.Copy(source.Values, firstDoc, endDoc);
    }

    /// <summary>Gives the memory of what waits back.</summary>
    public void Release()
    {
        _texts.Release();
        _data.Release();
        _values.Release();
    }

    public FileSeal Finish(IndexOutput output)
    {
        var meta = new ByteWriter();
        meta.WriteVarint(_names.Count);
        foreach (var name in _names)
        {
            meta.WriteString(name);
        }

        _texts.Finish(output, meta);
        _data.Finish(output, meta);
        _values.Finish(output, meta);
        return output.Finish(meta.Written);
    }
}
