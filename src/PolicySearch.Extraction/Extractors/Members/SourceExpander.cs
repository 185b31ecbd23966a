using System.IO.Compression;
using System.Runtime.InteropServices;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Mail;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>Opens sources that hold others: ZIP and TAR archives (also packed with gzip), messages with attachments, and PDF files in which others are embedded; what is nested in them is opened too, within limits. No name in an archive becomes a path.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
/// <param name="programs">Where programs are found and what they may take; null for the default.</param>
public sealed class SourceExpander(ExtractionLimits? limits = null, ProgramLimits? programs = null)
{
    /// <summary>Raised whenever the same archive would give other members; archives that an older version opened are read again.</summary>
    public const int Version = 2;

    private const int StartBytes = 16 * 1024;

    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;
    private readonly ProgramRunner _programs = new(programs);

    /// <summary>What lies in a source; null where it is of no kind that holds others. Members are unpacked only while they are walked.</summary>
    public SourceContents? Open(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (KindOf(source) is not { } kind)
        {
            return null;
        }

        var walk = new MemberWalk(source, KindOf, _limits);
        return new SourceContents(kind.MediaType, walk.Members(), walk.Notes);
    }

    private MemberKind? KindOf(SourceFile source) => ContentSniffer.Sniff(source).Kind switch
    {
        ContentKind.Zip => new MemberKind("application/zip", budget => ZipMembers.Open(source, budget)),
        ContentKind.Tar => new MemberKind("application/x-tar", budget => new TarMembers(StreamOf(source), budget)),
        ContentKind.Mail => new MemberKind(null, budget => new MailMembers(source, _limits, budget)),
        ContentKind.Pdf => PdfMembers.Of(source, _programs) is { } open ? new MemberKind(null, open) : null,
        ContentKind.Gzip => KindOfPacked(source),
        _ => null,
    };

    // Of what is packed the start tells what it is; a TAR archive is then unpacked while it is walked.
    private MemberKind? KindOfPacked(SourceFile source)
    {
        var start = new byte[StartBytes];
        try
        {
            using var stream = Unpacked(source);
            var head = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
            return TarHeader.IsAt(head) ? new MemberKind("application/gzip", budget => new TarMembers(Unpacked(source), budget))
                : head.StartsWith(ZipMembers.Start) || MailSniffer.IsMessage(head) ? KindOf(GzipExtractor.Unpack(source, _limits))
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or ExtractionException)
        {
            // Whoever reads the source itself will say what is wrong with it.
            return null;
        }
    }

    private static GZipStream Unpacked(SourceFile source) => new(StreamOf(source), CompressionMode.Decompress);

    private static MemoryStream StreamOf(SourceFile source) => MemoryMarshal.TryGetArray(source.Content, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(source.Content.ToArray(), writable: false);
}

/// <summary>A kind of source that holds others.</summary>
/// <param name="MediaType">Media type of an archive; null for a message or PDF, which is a document itself.</param>
/// <param name="Open">Begins to list what it holds.</param>
internal sealed record MemberKind(string? MediaType, Func<ExpansionBudget, IMemberList> Open)
{
    /// <summary>Whether it has members alone and no text of its own.</summary>
    public bool IsArchive => MediaType is not null;
}
