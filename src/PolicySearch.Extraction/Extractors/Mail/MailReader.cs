using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.PlainText;

namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>Builds text and blocks of messages: subject, who wrote to whom and when, and the body as text or HTML.</summary>
/// <param name="builder">Takes text and blocks.</param>
/// <param name="limits">Limits of the pages inside.</param>
/// <param name="name">Name of the source, for messages.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class MailReader(BlockTextBuilder builder, ExtractionLimits limits, string name, CancellationToken cancellationToken)
{
    private static readonly string[] Shown = ["From", "To", "Cc", "Date"];

    private readonly HtmlExtractor _html = new(limits);

    /// <summary>Reads a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isOnly">Whether it is the whole document, so that its subject is the title.</param>
    public void Read(MimePart message, bool isOnly)
    {
        cancellationToken.ThrowIfCancellationRequested();
        builder.Add(message.Headers.Text("Subject") ?? "", preformatted: false);
        if (builder.End(isOnly ? BlockKind.Title : BlockKind.Heading) is { } subject)
        {
            builder.Replace(subject with { Level = isOnly ? 0 : 1 });
        }

        foreach (var header in Shown)
        {
            if (message.Headers.Text(header) is { } value)
            {
                builder.Add($"{header}: {value}", preformatted: false);
                builder.Break();
            }
        }

        builder.End(BlockKind.Paragraph);
        ReadPart(message);
    }

    private void ReadPart(MimePart part)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = part.Headers.MediaType;
        if (part.IsAttachment)
        {
            // Its text is no part of the message; its name says that it was there.
            builder.Add(part.FileName is { } file ? $"Attachment: {file}" : "", preformatted: false);
            builder.End(BlockKind.Boilerplate);
        }
        else if (type == "message/rfc822" && part.Parts.Count > 0)
        {
            Read(part.Parts[0], isOnly: false);
        }
        else if (type == "multipart/alternative" && Best(part.Parts) is { } best)
        {
            ReadPart(best);
        }
        else if (type == "multipart/related" && part.Parts.Count > 0)
        {
            ReadPart(part.Parts[0]);
        }
        else if (part.Parts.Count > 0)
        {
            part.Parts.ToList().ForEach(ReadPart);
        }
        else if (type == "text/html")
        {
            AppendHtml(part.Text());
        }
        else if (type == "text/plain")
        {
            AppendText(part.Text());
        }
        else if (part.Body.Length > 0)
        {
            builder.Notes.Add($"a part of type {type} in the message was not read as its text");
        }
    }

    // The plain text is what the sender's program took from the page; the page is better where there is none.
    private static MimePart? Best(IReadOnlyList<MimePart> parts) =>
        parts.FirstOrDefault(part => part.Headers.MediaType == "text/plain" && !string.IsNullOrWhiteSpace(part.Text()))
        ?? parts.FirstOrDefault(part => part.Headers.MediaType is "text/html" or "multipart/related" or "multipart/mixed")
        ?? (parts.Count > 0 ? parts[0] : null);

    private void AppendText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            builder.Notes.Add("a body that says it is text holds other bytes and was not read");
        }
        else if (!string.IsNullOrWhiteSpace(text))
        {
            var body = TextStructure.Read(text, cancellationToken);

            // Mail has its subject for a title; a short first line is a salutation.
            Append(body with { Blocks = [.. body.Blocks.Select(block => block.Kind == BlockKind.Title ? block with { Kind = BlockKind.Paragraph } : block)] });
        }
    }

    private void AppendHtml(string html)
    {
        try
        {
            Append(_html.Extract(new SourceFile(name, Encoding.UTF8.GetBytes(html)), cancellationToken));
        }
        catch (ExtractionException e) when (string.IsNullOrWhiteSpace(html) || e.Message.EndsWith(TextContent.NoText, StringComparison.Ordinal))
        {
            // A picture alone has no text.
        }
    }

    private void Append(Document body) => builder.Append(body.Text, body.Blocks.Select(block => block.Kind switch
    {
        BlockKind.Title => block with { Kind = BlockKind.Heading, Level = 2 },
        BlockKind.Heading => block with { Level = Math.Min(6, block.Level + 1) },
        _ => block,
    }), body.Links);
}
