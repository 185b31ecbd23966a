namespace PolicySearch.Engine.Formats;

/// <summary>The envelope of every file of an index. All numbers are little-endian.</summary>
/// <remarks>
/// <code>
/// header   32 bytes  magic "PSIX", version u32, format name (24 ASCII bytes, zero-padded)
/// body               what the format says
/// meta               what a reader needs at once; checked when the file is opened
/// pointer  16 bytes  meta's offset u64, meta's length u32, meta's CRC-32C u32
/// padding  64 bytes  zeros, so that wide loads near the end stay inside the file
/// footer   16 bytes  magic "XISP", the file's length u64, CRC-32C u32 of all that stands before it
/// </code>
/// Opening checks header, footer (but not the sum over the body), pointer and meta. <c>check</c> and merges verify the sum over the body.
/// </remarks>
/// <param name="Name">Name of the format, at most 24 ASCII characters.</param>
/// <param name="Version">The version that is written.</param>
/// <param name="OldestVersion">The oldest version that can still be read.</param>
internal sealed record FileFormat(string Name, int Version, int OldestVersion)
{
    public const int HeaderLength = 32;
    public const int PointerLength = 16;
    public const int PaddingLength = 64;
    public const int FooterLength = 16;
    public const int NameOffset = 8;
    public const int NameLength = HeaderLength - NameOffset;
    public const int TrailerLength = PointerLength + PaddingLength + FooterLength;
    public const uint HeaderMagic = 'P' | ('S' << 8) | ('I' << 16) | ('X' << 24);
    public const uint FooterMagic = 'X' | ('I' << 8) | ('S' << 16) | ('P' << 24);
}

/// <summary>Length and sum of a finished file, kept in the commit to recognise it.</summary>
internal readonly record struct FileSeal(long Length, uint Checksum);
