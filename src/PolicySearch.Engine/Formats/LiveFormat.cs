using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Formats;

/// <summary>Which records of a segment are not deleted; the documents' bits follow from them.</summary>
/// <remarks>
/// <code>
/// body   empty
/// meta   number of records varint, words u64: bit r % 64 of word r / 64 is set where record r is live; bits past the last record are 0
/// </code>
/// Everything stands in meta, so that it is verified when the segment is opened. Each change writes a new file with the next generation.
/// <para>History: version 1.</para>
/// </remarks>
internal static class LiveFormat
{
    public static readonly FileFormat Format = new("live", 1, 1);

    public static FileSeal Write(IndexOutput output, LiveRecords live)
    {
        var meta = new ByteWriter();
        meta.WriteVarint(live.Count);
        foreach (var word in live.Words)
        {
            meta.WriteUInt64(word);
        }

        return output.Finish(meta.Written);
    }

    public static LiveRecords Read(IndexInput input, int recordCount)
    {
        var meta = input.ReadMeta();
        if (meta.ReadInt32() != recordCount)
        {
            throw input.Damaged(input.BodyEnd, $"expected bits for {recordCount} records");
        }

        var words = new ulong[(recordCount + 63) / 64];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = meta.ReadUInt64();
        }

        if (recordCount % 64 != 0 && words[^1] >> (recordCount % 64) != 0)
        {
            throw input.Damaged(meta.Offset, "expected no bit after the last record");
        }

        return new LiveRecords(recordCount, words);
    }
}
