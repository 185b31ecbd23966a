namespace PolicySearch.Engine.Formats;

/// <summary>Lengths of text fields: one byte a document, by <see cref="NormEncoding"/>; 0 for a document without the field.</summary>
/// <remarks>
/// <code>
/// body   for each field: a byte for each document
/// meta   number of fields varint; for each field: name, offset in the body varint
/// </code>
/// <para>History: version 1.</para>
/// </remarks>
internal static class NormsFormat
{
    public static readonly FileFormat Format = new("norms", 1, 1);
}

/// <summary>Writes norms.</summary>
internal sealed class NormsWriter(IndexOutput output)
{
    private readonly ByteWriter _fields = new();
    private int _count;

    public void Add(string field, ReadOnlySpan<byte> norms)
    {
        _count++;
        _fields.WriteString(field);
        _fields.WriteVarint(output.Position);
        output.Write(norms);
    }

    public FileSeal Finish()
    {
        var meta = new ByteWriter();
        meta.WriteVarint(_count);
        meta.Write(_fields.Written);
        return output.Finish(meta.Written);
    }
}

/// <summary>Reads norms.</summary>
internal sealed class NormsReader
{
    private readonly Dictionary<string, NormsColumn> _columns = new(StringComparer.Ordinal);

    public NormsReader(IndexInput input, int maxDoc)
    {
        var meta = input.ReadMeta();
        for (var left = meta.ReadInt32(); left > 0; left--)
        {
            var name = meta.ReadString();
            var offset = meta.ReadInt64();
            input.CheckRange(offset, maxDoc, $"norms of '{name}'");
            _columns[name] = new NormsColumn(input, offset, maxDoc);
        }
    }

    /// <summary>A byte for each document; empty where the segment has none for the field.</summary>
    public ReadOnlySpan<byte> Read(string field) => Find(field) is { } column ? column.Values : [];

    /// <summary>The norms of a field; null where the segment has none.</summary>
    public NormsColumn? Find(string field) => _columns.GetValueOrDefault(field);
}

/// <summary>The norms of one field.</summary>
internal sealed class NormsColumn(IndexInput input, long offset, int maxDoc)
{
    /// <summary>A byte for each document.</summary>
    public ReadOnlySpan<byte> Values => input.Slice(offset, maxDoc);
}
