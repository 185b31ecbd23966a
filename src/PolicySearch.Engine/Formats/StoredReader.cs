using System.Runtime.InteropServices;

namespace PolicySearch.Engine.Formats;

/// <summary>Reads what is stored; see <see cref="StoredFormat"/>.</summary>
internal sealed class StoredReader
{
    private readonly IndexInput _input;
    private readonly string[] _names;

    public StoredReader(IndexInput input, int recordCount, int maxDoc)
    {
        _input = input;
        var meta = input.ReadMeta();
        _names = new string[meta.ReadInt32(ushort.MaxValue)];
        for (var i = 0; i < _names.Length; i++)
        {
            _names[i] = meta.ReadString();
        }

        Texts = new ChunkedReader(input, ref meta, recordCount);
        Data = new ChunkedReader(input, ref meta, recordCount);
        Values = new ChunkedReader(input, ref meta, maxDoc);
    }

    public ChunkedReader Texts { get; }

    public ChunkedReader Data { get; }

    public ChunkedReader Values { get; }

    /// <summary>Checks that values have the numbers of these fields.</summary>
    public void CheckNames(IReadOnlyList<string> names)
    {
        if (!_names.SequenceEqual(names))
        {
            throw _input.Damaged(_input.BodyEnd, $"expected the stored fields of the schema ({string.Join(", ", names)}), found {string.Join(", ", _names)}");
        }
    }

    public int TextLength(int record)
    {
        var (start, end) = Texts.Item(record);
        return (int)((end - start) / sizeof(char));
    }

    /// <summary>Units <paramref name="start"/> to <paramref name="end"/> of a record's text.</summary>
    public string ReadText(int record, int start, int end)
    {
        var (first, last) = Texts.Item(record);
        var length = (last - first) / sizeof(char);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, length);
        return string.Create(end - start, (Texts, Start: first + (start * 2L)), static (target, state) => state.Texts.Read(state.Start, MemoryMarshal.AsBytes(target)));
    }

    /// <summary>All values of a document, in the order in which they were added.</summary>
    public List<(string Field, byte[] Value)> ReadValues(int doc)
    {
        var bytes = Values.ReadItem(doc);
        var cursor = new ByteCursor(bytes, _input.Name, 0);
        var values = new List<(string, byte[])>();
        while (!cursor.AtEnd)
        {
            var field = cursor.ReadInt32();
            if (field >= _names.Length)
            {
                throw _input.Damaged(-1, $"expected a stored field below {_names.Length} in document {doc}, found {field}");
            }

            values.Add((_names[field], cursor.ReadBytes(cursor.ReadInt32()).ToArray()));
        }

        return values;
    }
}
