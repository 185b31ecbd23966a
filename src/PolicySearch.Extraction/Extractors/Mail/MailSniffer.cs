namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>Tells messages from texts that only begin with names and colons.</summary>
internal static class MailSniffer
{
    private static readonly string[] Written = ["From", "To", "Subject", "Date"];
    private static readonly string[] Added = ["Message-ID", "MIME-Version", "Received", "Return-Path", "Content-Type", "Delivered-To"];

    /// <summary>Whether the bytes begin with headers that somebody wrote, and with one that only programs write.</summary>
    public static bool IsMessage(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, 16 * 1024)];
        if (bytes.StartsWith("From "u8) && bytes.IndexOf((byte)'\n') is > 0 and var end)
        {
            bytes = bytes[(end + 1)..];
        }

        var first = bytes.IndexOf((byte)'\n') is > 0 and var length ? bytes[..length] : bytes;
        if (first.IndexOf((byte)':') is not (> 0 and < 60) || first[..first.IndexOf((byte)':')].Contains((byte)' '))
        {
            return false;
        }

        var headers = MimeHeaders.Read(bytes, out _);
        return Written.Count(name => headers[name] is not null) >= 2 && Added.Any(name => headers[name] is not null);
    }
}
