using System.Runtime.InteropServices;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Formats;

/// <summary>Collects and writes what is stored; see <see cref="StoredFormat"/>. Records and documents come in order, each record before its documents.</summary>
internal sealed class StoredWriter
{
    private readonly ChunkedWriter _texts = new(isText: true);
    private readonly ChunkedWriter _data = new(isText: false);
    private readonly ChunkedWriter _values = new(isText: false);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly ByteWriter _lead = new();

    /// <param name="schema">Gives the numbers of stored fields.</param>
    public StoredWriter(IndexSchema schema)
    {
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

    /// <summary>Writes complete chunks, so that they do not gather in memory.</summary>
    public void Drain(IndexOutput output)
    {
        _texts.Drain(output);
        _data.Drain(output);
        _values.Drain(output);
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
