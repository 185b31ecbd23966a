namespace PolicySearch.Engine.Storage;

/// <summary>The bytes of a whole file in memory. References are counted: the last <see cref="Release"/> unmaps it, never a finaliser. A span taken from it is valid only while its taker holds a reference.</summary>
public abstract class MappedFile(string name, long length)
{
    private readonly ReferenceCount _references = new();

    /// <summary>The file's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its length in bytes.</summary>
    public long Length { get; } = length;

    /// <summary>Takes a reference; false when the file is already unmapped.</summary>
    public bool TryAcquire() => _references.TryAcquire();

    /// <summary>Gives a reference back; the last one unmaps the file.</summary>
    public void Release()
    {
        if (_references.Release())
        {
            Unmap();
        }
    }

    /// <summary>Bytes <paramref name="offset"/> to <paramref name="offset"/> + <paramref name="length"/>.</summary>
    /// <exception cref="ObjectDisposedException">The file is unmapped.</exception>
    /// <exception cref="CorruptIndexException">The file does not reach that far: an offset that was read from it is damaged.</exception>
    public ReadOnlySpan<byte> Slice(long offset, int length)
    {
        if (_references.IsReleased)
        {
            throw new ObjectDisposedException(Name, "the file was read after its reader was closed; hold a lease while reading");
        }

        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw new CorruptIndexException(Name, offset, $"expected {length} bytes here, found the file's end at {Length}");
        }

        return Bytes(offset, length);
    }

    /// <summary>The bytes; the range is already checked.</summary>
    protected abstract ReadOnlySpan<byte> Bytes(long offset, int length);

    /// <summary>Gives the memory back; called once.</summary>
    protected abstract void Unmap();
}
