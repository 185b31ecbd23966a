using System.Text;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>Reads web pages that browsers save as messages (MHTML): the headers say who saved the page and when, and nothing of its author.</summary>
internal static class SavedPage
{
    private const string Location = "Snapshot-Content-Location";

    /// <summary>The page that a message holds; null where it is a message that somebody sent.</summary>
    /// <exception cref="ExtractionException">The page cannot be read.</exception>
    public static Document? Read(MimePart message, string name, ExtractionLimits limits, CancellationToken cancellationToken)
    {
        var headers = message.Headers;
        if (!IsSaved(headers) || Page(message) is not { } page)
        {
            return null;
        }

        var document = new HtmlExtractor(limits).Extract(new SourceFile(name, Encoding.UTF8.GetBytes(page.Text())), cancellationToken);
        return document with { MediaType = "message/rfc822", Title = document.Title ?? headers.Text("Subject"), CanonicalAddress = document.CanonicalAddress ?? headers[Location] };
    }

    private static bool IsSaved(MimeHeaders headers) =>
        headers["To"] is null && (headers[Location] is not null || headers["From"]?.TrimStart('<', '"', ' ').StartsWith("Saved by ", StringComparison.OrdinalIgnoreCase) == true);

    private static MimePart? Page(MimePart message) => message switch
    {
        { Headers.MediaType: "text/html" } => message,
        { Headers.MediaType: "multipart/related", Parts: [{ Headers.MediaType: "text/html" } page, ..] } => page,
        _ => null,
    };
}
