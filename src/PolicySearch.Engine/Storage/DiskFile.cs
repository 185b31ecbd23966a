using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace PolicySearch.Engine.Storage;

/// <summary>A file of a disk, mapped by the operating system.</summary>
internal sealed unsafe class MappedDiskFile : MappedFile
{
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    private MappedDiskFile(string name, long length, MemoryMappedViewAccessor view, byte* start)
        : base(name, length)
    {
        _view = view;
        _start = start;
    }

    public static MappedFile Open(string path, string name)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(handle);
        if (length == 0)
        {
            throw new CorruptIndexException(name, 0, "the file is empty");
        }

        // The view keeps the mapping; neither the map object nor the handle is needed any longer.
        using var map = MemoryMappedFile.CreateFromFile(handle, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        byte* pointer = null;

        // This also adds a reference to the view's handle, so that a finaliser alone cannot unmap it.
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        return new MappedDiskFile(name, length, view, pointer + view.PointerOffset);
    }

    protected override ReadOnlySpan<byte> Bytes(long offset, int length) => new(_start + offset, length);

    protected override void Unmap()
    {
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
    }
}

/// <summary>A file of a disk, being written.</summary>
internal sealed class DiskOutput(SafeFileHandle handle) : OutputFile
{
    private long _position;

    public override void Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(handle, bytes, _position);
        _position += bytes.Length;
    }

    protected override void Dispose(bool disposing) => handle.Dispose();
}
