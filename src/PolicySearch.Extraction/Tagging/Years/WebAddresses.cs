namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Finds the web addresses, mail addresses and file paths of a block, in which nothing is tagged.</summary>
internal static class WebAddresses
{
    private static readonly string[] Extensions =
        [".pdf", ".html", ".htm", ".doc", ".docx", ".xls", ".xlsx", ".csv", ".jpg", ".png", ".zip", ".ppt", ".pptx", ".php", ".aspx"];

    private static readonly string[] Domains =
        [".com", ".org", ".net", ".gov", ".edu", ".int", ".eu", ".jp", ".kr", ".uk", ".de", ".fr", ".in", ".tw", ".sg", ".cn", ".info", ".ca", ".it", ".au", ".br"];

    /// <summary>Spans of the addresses in <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>, rising.</summary>
    public static List<(int Start, int End)> Find(string text, int start, int end)
    {
        var found = new List<(int Start, int End)>();
        var at = start;
        var runsOn = false;
        while (at < end)
        {
            if (!IsAddressUnit(text[at]))
            {
                at++;
                continue;
            }

            var from = at;
            while (at < end && IsAddressUnit(text[at]))
            {
                at++;
            }

            var chunk = text.AsSpan(from, at - from);
            var inside = runsOn && EndsInAddress(chunk) ? 0 : AddressStart(chunk);
            runsOn = false;
            if (inside >= 0)
            {
                found.Add((from + inside, at));

                // pdftotext breaks an address after a slash or hyphen; the next line goes on with it.
                runsOn = chunk[^1] is '/' or '-' or '_' or '=' or '?' && at < end && text[at] is '\n' or '\r';
            }
        }

        return found;
    }

    private static bool IsAddressUnit(char unit) =>
        unit is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '(' or ')' or '[' or ']' or '{' or '}' or '|');

    private static bool EndsInAddress(ReadOnlySpan<char> chunk) => chunk.Contains('/') || HasExtension(chunk);

    private static int AddressStart(ReadOnlySpan<char> chunk)
    {
        var scheme = chunk.IndexOf("://");
        if (scheme >= 0)
        {
            while (scheme > 0 && char.IsAsciiLetter(chunk[scheme - 1]))
            {
                scheme--;
            }

            return scheme;
        }

        var www = chunk.IndexOf("www.", StringComparison.OrdinalIgnoreCase);
        if (www >= 0)
        {
            return www;
        }

        var isAddress = chunk.StartsWith("doi:", StringComparison.OrdinalIgnoreCase) || chunk.StartsWith("10.", StringComparison.Ordinal) && chunk.Contains('/')
            || chunk.Contains('@') || HasExtension(chunk) || HasDomain(chunk);
        return isAddress ? 0 : -1;
    }

    private static bool HasExtension(ReadOnlySpan<char> chunk)
    {
        chunk = chunk.TrimEnd(".,;:");
        foreach (var extension in Extensions)
        {
            if (chunk.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && chunk.Length > extension.Length)
            {
                return true;
            }
        }

        return false;
    }

    // "eubusinessinjapan.eu/issues/2010": a host with a known ending before the first slash, or at the end.
    private static bool HasDomain(ReadOnlySpan<char> chunk)
    {
        var slash = chunk.IndexOf('/');
        var host = slash < 0 ? chunk.TrimEnd(".,;:") : chunk[..slash];
        foreach (var domain in Domains)
        {
            if (host.Length > domain.Length + 1 && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetterOrDigit(host[^(domain.Length + 1)]))
            {
                return true;
            }
        }

        return false;
    }
}
