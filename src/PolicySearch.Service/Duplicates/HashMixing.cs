namespace PolicySearch.Service.Duplicates;

/// <summary>A hash of 64 bits that is the same on every machine: FNV-1a over 64-bit values, then the finalizer of MurmurHash3.</summary>
internal static class HashMixing
{
    /// <summary>The hash of nothing.</summary>
    public const ulong Start = 14695981039346656037;

    /// <summary>The hash with one value more.</summary>
    public static ulong Add(ulong hash, ulong value) => (hash ^ value) * 1099511628211;

    /// <summary>The hash of a text's UTF-16 code units.</summary>
    public static ulong Of(string text)
    {
        var hash = Start;
        foreach (var c in text)
        {
            hash = Add(hash, c);
        }

        return Finish(hash);
    }

    /// <summary>Spreads every bit over all others; one to one.</summary>
    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCD;
        hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }
}
