using System.Text;
using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service;

/// <summary>A tagged passage as bytes: all of it but its text, which stands once on its document's record.</summary>
/// <remarks>
/// One byte of version, then 7-bit encoded integers and length-prefixed UTF-8. Spans are written as the distance from
/// the span before and a length, so most numbers take one byte. Of a block its kind, span, page, boxes (in tenths of a point) and table headings or lead-in are kept. Version 1 had no boxes.
/// </remarks>
public static class PassagePayload
{
    private const byte Version = 2;
    private const byte WithoutBoxes = 1;

    /// <summary>Encodes a passage.</summary>
    public static byte[] Write(TaggedPassage tagged)
    {
        ArgumentNullException.ThrowIfNull(tagged);
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(Version);
            writer.Write(tagged.Id);
            WritePassage(writer, tagged.Passage);
            WriteMentions(writer, tagged);
        }

        return bytes.ToArray();
    }

    /// <summary>Decodes a passage.</summary>
    /// <exception cref="InvalidDataException">The bytes were not written by <see cref="Write"/> of this version.</exception>
    public static TaggedPassage Read(byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        using var reader = new BinaryReader(new MemoryStream(payload, writable: false), Encoding.UTF8);
        try
        {
            var version = reader.ReadByte();
            if (version is not (Version or WithoutBoxes))
            {
                throw new InvalidDataException($"passage payload has version {version}, this program reads {Version}");
            }

            var id = reader.ReadString();
            var passage = ReadPassage(reader, version != WithoutBoxes);
            return new TaggedPassage(id, passage, ReadMentions(reader, passage.Span.Start));
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException("passage payload is cut short or garbled", e);
        }
    }

    private static void WritePassage(BinaryWriter writer, Passage passage)
    {
        writer.Write7BitEncodedInt(passage.Ordinal);
        WriteSpan(writer, passage.Span, 0);
        writer.Write((byte)passage.Kind);
        writer.Write7BitEncodedInt(passage.Page ?? 0);
        writer.Write(passage.Language ?? "");
        writer.Write7BitEncodedInt(passage.Heading.Count);
        foreach (var heading in passage.Heading)
        {
            writer.Write(heading);
        }

        writer.Write7BitEncodedInt(passage.Blocks.Count);
        var from = passage.Span.Start;
        foreach (var block in passage.Blocks)
        {
            writer.Write((byte)block.Kind);
            WriteSpan(writer, block.Span, from);
            writer.Write7BitEncodedInt(block.Page ?? 0);
            WriteBoxes(writer, block);
            WriteHeading(writer, block.LeadIn ?? block.RowGroup);
            WriteHeading(writer, block.RowHeading);
            WriteHeading(writer, block.ColumnHeading);
            from = block.Span.End;
        }
    }

    private static Passage ReadPassage(BinaryReader reader, bool hasBoxes)
    {
        var ordinal = reader.Read7BitEncodedInt();
        var span = ReadSpan(reader, 0);
        var kind = (PassageKind)reader.ReadByte();
        var page = reader.Read7BitEncodedInt();
        var language = reader.ReadString();
        var heading = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < heading.Length; i++)
        {
            heading[i] = reader.ReadString();
        }

        var blocks = new Block[reader.Read7BitEncodedInt()];
        var from = span.Start;
        for (var i = 0; i < blocks.Length; i++)
        {
            var blockKind = (BlockKind)reader.ReadByte();
            var blockSpan = ReadSpan(reader, from);
            var blockPage = NullIfZero(reader.Read7BitEncodedInt());
            var boxes = hasBoxes ? ReadBoxes(reader) : [];
            var above = ReadHeading(reader);
            blocks[i] = new Block(blockKind, blockSpan)
            {
                Page = blockPage,
                Boxes = boxes,
                LeadIn = blockKind == BlockKind.ListItem ? above : null,
                RowGroup = blockKind == BlockKind.ListItem ? null : above,
                RowHeading = ReadHeading(reader),
                ColumnHeading = ReadHeading(reader),
            };
            from = blockSpan.End;
        }

        return new Passage
        {
            Ordinal = ordinal,
            Span = span,
            Kind = kind,
            Page = NullIfZero(page),
            Language = language.Length == 0 ? null : language,
            Heading = heading,
            Blocks = blocks,
        };
    }

    private static void WriteMentions(BinaryWriter writer, TaggedPassage tagged)
    {
        writer.Write7BitEncodedInt(tagged.Mentions.Count);
        var from = tagged.Passage.Span.Start;
        foreach (var mention in tagged.Mentions)
        {
            writer.Write((byte)mention.Type);
            writer.Write(mention.Id);
            WriteSpan(writer, mention.Span, from);
            writer.Write(mention.Evidence);
            from = mention.Span.Start;
            writer.Write(mention.Years is not null);
            if (mention.Years is { } years)
            {
                writer.Write7BitEncodedInt(years.From);
                writer.Write7BitEncodedInt(years.To - years.From);
                writer.Write((byte)years.Basis);
                writer.Write((byte)years.Role);
            }
        }
    }

    private static Mention[] ReadMentions(BinaryReader reader, int from)
    {
        var mentions = new Mention[reader.Read7BitEncodedInt()];
        for (var i = 0; i < mentions.Length; i++)
        {
            var type = (MentionType)reader.ReadByte();
            var id = reader.ReadString();
            var span = ReadSpan(reader, from);
            var evidence = reader.ReadString();
            mentions[i] = new Mention(type, id, span) { Evidence = evidence, Years = reader.ReadBoolean() ? ReadYears(reader) : null };
            from = span.Start;
        }

        return mentions;
    }

    private static YearInterval ReadYears(BinaryReader reader)
    {
        var first = reader.Read7BitEncodedInt();
        return new YearInterval(first, first + reader.Read7BitEncodedInt(), (YearBasis)reader.ReadByte(), (YearRole)reader.ReadByte());
    }

    private static void WriteBoxes(BinaryWriter writer, Block block)
    {
        writer.Write7BitEncodedInt(block.Boxes.Count);
        foreach (var box in block.Boxes)
        {
            writer.Write7BitEncodedInt(box.Page);
            WriteTenths(writer, box.Left);
            WriteTenths(writer, box.Top);
            WriteTenths(writer, box.Right - box.Left);
            WriteTenths(writer, box.Bottom - box.Top);
        }
    }

    private static PageBox[] ReadBoxes(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        if (count == 0)
        {
            return [];
        }

        var boxes = new PageBox[count];
        for (var i = 0; i < boxes.Length; i++)
        {
            var page = reader.Read7BitEncodedInt();
            var (left, top) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            var (width, height) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
            boxes[i] = new PageBox(page, left / 10.0, top / 10.0, (left + width) / 10.0, (top + height) / 10.0);
        }

        return boxes;
    }

    // What stands left of the paper's edge or above it begins at the edge.
    private static void WriteTenths(BinaryWriter writer, double points) => writer.Write7BitEncodedInt((int)Math.Round(Math.Clamp(points, 0, 100_000) * 10));

    private static void WriteSpan(BinaryWriter writer, TextSpan span, int from)
    {
        writer.Write7BitEncodedInt(span.Start - from);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan ReadSpan(BinaryReader reader, int from)
    {
        var start = from + reader.Read7BitEncodedInt();
        return new TextSpan(start, start + reader.Read7BitEncodedInt());
    }

    /// <summary>A heading's start is written plus one, so that 0 says that there is none; it may stand far before its cell.</summary>
    private static void WriteHeading(BinaryWriter writer, TextSpan? heading)
    {
        writer.Write7BitEncodedInt(heading is { } span ? span.Start + 1 : 0);
        if (heading is { } written)
        {
            writer.Write7BitEncodedInt(written.Length);
        }
    }

    private static TextSpan? ReadHeading(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is > 0 and var start ? new TextSpan(start - 1, start - 1 + reader.Read7BitEncodedInt()) : null;

    private static int? NullIfZero(int page) => page == 0 ? null : page;
}
