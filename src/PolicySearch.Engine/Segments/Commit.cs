using System.Globalization;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Segments;

/// <summary>What a commit says: the manifest <c>commit-N</c>.</summary>
/// <remarks>
/// <code>
/// body   empty
/// meta   generation varint, next segment number varint, schema fingerprint (length varint, UTF-8)
///        number of user values varint; for each: name, value
///        number of segments varint; for each: name, documents varint, records varint, deleted records varint, deleted documents varint, live generation varint,
///          number of files varint; for each: kind u8, name, format version varint, length varint, CRC-32C u32
/// </code>
/// <para>History: version 1.</para>
/// </remarks>
/// <param name="Generation">N, from 1.</param>
/// <param name="NextSegment">The lowest number that no segment has had.</param>
/// <param name="SchemaFingerprint">Of the schema that made the segments.</param>
/// <param name="UserData">Names and values of the caller.</param>
/// <param name="Segments">The segments, in order.</param>
internal sealed record Commit(
    long Generation, long NextSegment, string SchemaFingerprint, IReadOnlyDictionary<string, string> UserData, IReadOnlyList<SegmentInfo> Segments)
{
    public static readonly FileFormat Format = new("commit", 1, 1);

    private const string Prefix = "commit-";

    public string FileName => NameOf(Generation);

    /// <summary>The manifest and all files that it names.</summary>
    public IEnumerable<string> AllFiles => Segments.SelectMany(s => s.Files).Select(f => f.Name).Prepend(FileName);

    public static string NameOf(long generation) => Prefix + generation.ToString(CultureInfo.InvariantCulture);

    /// <summary>The generation of a manifest's name; false for other names.</summary>
    public static bool TryParseName(string name, out long generation)
    {
        generation = 0;
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out generation);
    }

    public static Commit Read(IndexDirectory directory, long generation)
    {
        var input = IndexInput.Open(directory, NameOf(generation), Format);
        try
        {
            input.VerifyChecksum();
            var commit = Decode(input);
            return commit.Generation == generation ? commit : throw input.Damaged(-1, $"expected generation {generation}, found {commit.Generation}");
        }
        finally
        {
            input.Release();
        }
    }

    /// <summary>Writes the manifest's bytes under a passing name.</summary>
    public void Write(IndexDirectory directory, string name)
    {
        var meta = new ByteWriter();
        meta.WriteVarint(Generation);
        meta.WriteVarint(NextSegment);
        meta.WriteString(SchemaFingerprint);
        meta.WriteVarint(UserData.Count);
        foreach (var (key, value) in UserData.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            meta.WriteString(key);
            meta.WriteString(value);
        }

        meta.WriteVarint(Segments.Count);
        foreach (var segment in Segments)
        {
            Encode(segment, meta);
        }

        using var output = new IndexOutput(directory, name, Format);
        output.Finish(meta.Written);
    }

    private static void Encode(SegmentInfo segment, ByteWriter meta)
    {
        meta.WriteString(segment.Name);
        meta.WriteVarint(segment.MaxDoc);
        meta.WriteVarint(segment.RecordCount);
        meta.WriteVarint(segment.DeletedRecords);
        meta.WriteVarint(segment.DeletedDocs);
        meta.WriteVarint(segment.LiveGeneration);
        meta.WriteVarint(segment.Files.Count);
        foreach (var file in segment.Files)
        {
            meta.WriteByte((byte)file.Kind);
            meta.WriteString(file.Name);
            meta.WriteVarint(file.Version);
            meta.WriteVarint(file.Seal.Length);
            meta.WriteUInt32(file.Seal.Checksum);
        }
    }

    private static Commit Decode(IndexInput input)
    {
        var meta = input.ReadMeta();
        var generation = meta.ReadInt64();
        var nextSegment = meta.ReadInt64();
        var fingerprint = meta.ReadString();
        var userData = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = meta.ReadInt32(); left > 0; left--)
        {
            var key = meta.ReadString();
            userData[key] = meta.ReadString();
        }

        var segments = new List<SegmentInfo>();
        for (var left = meta.ReadInt32(); left > 0; left--)
        {
            segments.Add(DecodeSegment(ref meta));
        }

        return new Commit(generation, nextSegment, fingerprint, userData, segments);
    }

    private static SegmentInfo DecodeSegment(ref ByteCursor meta)
    {
        var name = meta.ReadString();
        var maxDoc = meta.ReadInt32();
        var records = meta.ReadInt32();
        var deletedRecords = meta.ReadInt32(records);
        var deletedDocs = meta.ReadInt32(maxDoc);
        var liveGeneration = meta.ReadInt64();
        var files = new List<SegmentFile>();
        for (var left = meta.ReadInt32(); left > 0; left--)
        {
            var kind = (SegmentFileKind)meta.ReadByte();
            var file = meta.ReadString();
            var version = meta.ReadInt32();
            files.Add(new SegmentFile(kind, file, version, new FileSeal(meta.ReadInt64(), meta.ReadUInt32())));
        }

        return new SegmentInfo(name, maxDoc, records, deletedRecords, deletedDocs, liveGeneration, files);
    }
}
