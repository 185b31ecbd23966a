using System.Text.RegularExpressions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Mail;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads messages (EML), files of many (MBOX) and saved pages (MHTML): subject, sender, date, and the body as text or HTML; a saved page as the page that it is.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed partial class MailExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    /// <inheritdoc/>
    public string Name => "mail";

    /// <inheritdoc/>
    public int Version => 3;

    /// <inheritdoc/>
    /// <remarks>A message's attachments are documents of their own, and are looked at again with it.</remarks>
    public bool ReadsWithOthers => true;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Mail;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var messages = Mailbox.Messages(source.Content);
        var only = messages.Count == 1 ? MimePart.Read(messages[0], source.Name, _limits) : null;
        if (only is not null && SavedPage.Read(only, source.Name, _limits, cancellationToken) is { } page)
        {
            return page;
        }

        var builder = new BlockTextBuilder();
        var reader = new MailReader(builder, _limits, source.Name, cancellationToken);
        var senders = new List<string?>();
        foreach (var bytes in messages)
        {
            var message = only ?? MimePart.Read(bytes, source.Name, _limits);
            reader.Read(message, isOnly: only is not null);
            senders.Add(message.Headers.Sender());
        }

        var document = BuiltDocument.Create(builder, "message/rfc822", new FileProperties(Creator: FileProperties.Creators(senders)), source.Name);

        var date = only?.Headers["Date"];

        // Of a message the header says it; a date in its text is one that it writes about.
        return document with { Published = date is null ? null : PublicationDates.Find(Day().Match(date).Value) };
    }

    [GeneratedRegex(@"\d{1,2} [A-Za-z]{3} \d{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Day();
}
