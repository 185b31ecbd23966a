using PolicySearch.Extraction.Extractors.Mail;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The attachments of a message, or of all messages in a file of many; there each message's number stands before them.</summary>
/// <param name="source">The message or messages.</param>
/// <param name="limits">Limits of a message's parts.</param>
/// <param name="budget">Counts what is decoded.</param>
internal sealed class MailMembers(SourceFile source, ExtractionLimits limits, ExpansionBudget budget) : IMemberList
{
    private static readonly string[] Signatures = ["application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"];

    private readonly IEnumerator<(string Name, MimePart Part)> _attachments = Attachments(source, limits).GetEnumerator();

    /// <inheritdoc/>
    public RawMember? Next()
    {
        while (_attachments.MoveNext())
        {
            var (name, part) = _attachments.Current;
            var content = part.Headers.MediaType == "message/rfc822" ? part.Body : part.Decode();
            if (budget.TooLarge(content.Length) is { } failure)
            {
                return new RawMember(name, default, failure);
            }

            if (budget.HasRoom(name, content.Length))
            {
                budget.TakeBytes(content.Length);
                return new RawMember(name, content);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _attachments.Dispose();

    private static IEnumerable<(string Name, MimePart Part)> Attachments(SourceFile source, ExtractionLimits limits)
    {
        var messages = Mailbox.Messages(source.Content);
        for (var i = 0; i < messages.Count; i++)
        {
            var folder = messages.Count == 1 ? "" : $"{i + 1}/";
            var number = 0;
            foreach (var part in Attachments(MimePart.Read(messages[i], source.Name, limits)))
            {
                number++;
                yield return (folder + MemberNames.OfAttachment(part.FileName, number), part);
            }
        }
    }

    // What the message shows itself is read with it; pictures in it are mostly logos.
    private static IEnumerable<MimePart> Attachments(MimePart part)
    {
        var type = part.Headers.MediaType;
        if (Signatures.Contains(type, StringComparer.Ordinal))
        {
            return [];
        }

        var isFile = part.Parts.Count == 0 && part.FileName is not null && type.StartsWith("application/", StringComparison.Ordinal);
        return part.IsAttachment || isFile ? [part] : part.Parts.SelectMany(Attachments);
    }
}
