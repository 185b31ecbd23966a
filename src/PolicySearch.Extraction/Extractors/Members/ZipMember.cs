namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>What a ZIP archive says of one file in it.</summary>
/// <param name="Name">Name as it stands there.</param>
/// <param name="Length">Bytes when unpacked.</param>
/// <param name="Checksum">Checksum of those bytes.</param>
internal readonly record struct ZipMember(string Name, long Length, uint Checksum)
{
    /// <summary>Why a file under a password is not read.</summary>
    public const string Protected = "it is protected by a password; unpack it, or save it without one";

    /// <summary>Unpacks it; null where there is no room for it.</summary>
    public RawMember? Read(Func<Stream> open, ExpansionBudget budget)
    {
        if (budget.TooLarge(Length) is { } failure)
        {
            return new RawMember(Name, default, failure);
        }

        if (!budget.HasRoom(Name, Length))
        {
            return null;
        }

        try
        {
            using var stream = open();
            var content = budget.ReadAll(stream, Length);
            return content.Length == Length && Crc32.Of(content) == Checksum
                ? new RawMember(Name, content)
                : new RawMember(Name, default, "it is damaged: its checksum is wrong");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return new RawMember(Name, default, $"it is damaged or packed in an unknown way: {e.Message}");
        }
    }
}
