namespace PolicySearch.Engine.Formats;

/// <summary>Packs numbers of <see cref="FlatPacking"/> to a file as they come.</summary>
internal sealed class ColumnPacker
{
    private const int DrainLength = 1 << 12;

    private readonly IndexOutput _output;
    private readonly ByteWriter _bytes = new();
    private readonly long _start;
    private FlatPacker _packer;

    public ColumnPacker(IndexOutput output, int width)
    {
        _output = output;
        _start = output.Position;
        _packer = new FlatPacker(_bytes, width);
    }

    public void Add(ulong number)
    {
        _packer.Add(number);
        if (_bytes.Length >= DrainLength)
        {
            Drain();
        }
    }

    /// <summary>Ends the table.</summary>
    /// <returns>Where it begins in the file.</returns>
    public long Finish()
    {
        _packer.Finish();
        Drain();
        return _start;
    }

    private void Drain()
    {
        _output.Write(_bytes.Written);
        _bytes.Clear();
    }
}
