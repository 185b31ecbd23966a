using System.Text;
using System.Text.RegularExpressions;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Html;

namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>The headers of a message or of one of its parts (RFC 5322, RFC 2045, RFC 2047).</summary>
internal sealed partial class MimeHeaders
{
    private const int MostBytes = 1024 * 1024;

    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    private MimeHeaders()
    {
    }

    /// <summary>Media type, lower-case; <c>text/plain</c> where none is named.</summary>
    public string MediaType => (this["Content-Type"] is { } type ? type.Split(';')[0].Trim().ToLowerInvariant() : "") is { Length: > 0 } named ? named : "text/plain";

    /// <summary>The value of a header, unfolded, or null.</summary>
    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <summary>Reads the headers at the start of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">A message or part.</param>
    /// <param name="body">Where what follows the headers begins.</param>
    public static MimeHeaders Read(ReadOnlySpan<byte> bytes, out int body)
    {
        var end = bytes.IndexOf("\n\r\n"u8);
        var plainEnd = bytes.IndexOf("\n\n"u8);
        var length = bytes.StartsWith("\r\n"u8) || bytes.StartsWith("\n"u8) ? 0
            : end < 0 ? plainEnd : plainEnd < 0 ? end : Math.Min(end, plainEnd);
        length = length < 0 ? bytes.Length : length;
        body = Math.Min(bytes.Length, length == 0 ? (bytes.StartsWith("\r\n"u8) ? 2 : 1) : length == end ? length + 3 : length + 2);
        var headers = new MimeHeaders();
        headers.Add(TextEncodings.Decode(bytes[..Math.Min(length, MostBytes)]));
        return headers;
    }

    /// <summary>A parameter of a header, such as <c>charset</c>; null where it is not given.</summary>
    public string? Parameter(string header, string name)
    {
        foreach (Match match in Parameters().Matches(this[header] ?? ""))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value;
            }
        }

        return null;
    }

    /// <summary>The value of a header for people: encoded words decoded, white space collapsed; null where it is not given.</summary>
    public string? Text(string name)
    {
        return this[name] is { } value && DecodeWords(value) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A value with its encoded words decoded and white space collapsed.</summary>
    public static string DecodeWords(string value)
    {
        // White space between two encoded words is no part of the text.
        var joined = BetweenWords().Replace(value, "?==?");
        return PolicySearch.Text.Whitespace.Collapse(EncodedWord().Replace(joined, Decode));
    }

    /// <summary>Who sent the message: the name, or the address where there is none; null where the header is missing.</summary>
    public string? Sender()
    {
        var from = Text("From");
        var bracket = from?.IndexOf('<', StringComparison.Ordinal) ?? -1;
        var name = bracket > 0 ? from![..bracket].Trim().Trim('"').Trim() : null;
        return string.IsNullOrEmpty(name) ? from?.Trim('<', '>') : name;
    }

    private void Add(string text)
    {
        string? name = null;
        foreach (var line in text.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0 && content[0] is ' ' or '\t')
            {
                if (name is not null)
                {
                    _values[name] += " " + content.Trim();
                }

                continue;
            }

            var colon = content.IndexOf(':', StringComparison.Ordinal);
            name = colon > 0 ? content[..colon].Trim() : null;
            if (name is not null && !_values.TryAdd(name, content[(colon + 1)..].Trim()))
            {
                // The first of a name counts; what continues a later one belongs nowhere.
                name = null;
            }
        }
    }

    private static string Decode(Match word)
    {
        var text = word.Groups["text"].Value;
        var bytes = word.Groups["kind"].Value is "B" or "b"
            ? TransferEncodings.Base64(Encoding.ASCII.GetBytes(text))
            : TransferEncodings.QuotedPrintable(Encoding.ASCII.GetBytes(text.Replace('_', ' ')));
        return HtmlEncoding.Find(word.Groups["charset"].Value.Split('*')[0]) is { } encoding ? encoding.GetString(bytes) : TextEncodings.Decode(bytes);
    }

    [GeneratedRegex(@";\s*(?<name>[\w*-]+)\s*=\s*(""(?<quoted>[^""]*)""|(?<plain>[^\s;]+))", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"=\?(?<charset>[^?\s]{1,60})\?(?<kind>[bBqQ])\?(?<text>[^?]*)\?=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BetweenWords();
}
