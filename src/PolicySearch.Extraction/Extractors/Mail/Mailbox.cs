namespace PolicySearch.Extraction.Extractors.Mail;

/// <summary>Cuts a file of many messages (MBOX), each behind a line that begins with "From ".</summary>
internal static class Mailbox
{
    /// <summary>The messages in order; the bytes themselves where they are one message.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Messages(ReadOnlyMemory<byte> mailbox)
    {
        if (!mailbox.Span.StartsWith("From "u8))
        {
            return [mailbox];
        }

        var messages = new List<ReadOnlyMemory<byte>>();
        var start = NextLine(mailbox, 0);
        for (var at = start; start < mailbox.Length;)
        {
            // Only behind an empty line does "From " begin a message.
            var next = mailbox.Span[at..].IndexOf("\nFrom "u8);
            var end = next < 0 ? mailbox.Length : at + next + 1;
            at = end;
            if (next >= 0 && !IsEmptyLine(mailbox.Span[..(end - 1)]))
            {
                continue;
            }

            messages.Add(mailbox[start..end]);
            start = NextLine(mailbox, end);
            at = start;
        }

        return messages;
    }

    private static bool IsEmptyLine(ReadOnlySpan<byte> before) => before.EndsWith("\n"u8) || before.EndsWith("\n\r"u8);

    private static int NextLine(ReadOnlyMemory<byte> bytes, int at) =>
        at < bytes.Length && bytes.Span[at..].IndexOf((byte)'\n') is >= 0 and var end ? at + end + 1 : bytes.Length;
}
