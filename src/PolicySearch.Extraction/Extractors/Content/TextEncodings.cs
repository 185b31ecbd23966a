using System.Text;

namespace PolicySearch.Extraction.Extractors.Content;

/// <summary>Tells UTF-8, UTF-16, ISO-2022-JP and the <see cref="LegacyEncodings"/> apart by content alone, and decodes.</summary>
internal static class TextEncodings
{
    private const int SampleBytes = 64 * 1024;
    private const double Sure = 0.5;

    /// <summary>Code page 932, undecodable bytes as U+FFFD.</summary>
    public static Encoding ShiftJis { get; } = LegacyEncodings.ByCodePage(932);

    /// <summary>ISO-2022-JP with half-width kana.</summary>
    public static Encoding Iso2022Jp { get; } = LegacyEncodings.ByCodePage(50221);

    /// <summary>UTF-8 without a mark, undecodable bytes as U+FFFD.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The text of <paramref name="bytes"/> without its byte-order mark, every undecodable byte as U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var encoding = Detect(bytes, out var markLength);
        return encoding.GetString(bytes[markLength..]);
    }

    /// <summary>The text of at most <paramref name="maxBytes"/> bytes from the start.</summary>
    public static string DecodeStart(ReadOnlySpan<byte> bytes, int maxBytes) =>
        Decode(bytes.Length <= maxBytes ? bytes : bytes[..maxBytes]);

    /// <summary>The encoding, judged by mark, then by validity, then by what the decoded letters look like.</summary>
    /// <param name="bytes">All bytes of a text.</param>
    /// <param name="markLength">Number of bytes of the byte-order mark, 0 without one.</param>
    public static Encoding Detect(ReadOnlySpan<byte> bytes, out int markLength)
    {
        if (FromMark(bytes, out markLength) is { } marked)
        {
            return marked;
        }

        var sample = bytes.Length <= SampleBytes ? bytes : bytes[..SampleBytes];
        var utf8 = Utf8Count.Of(bytes);
        var hasNul = sample.Contains((byte)0);
        if (utf8.Invalid == 0 && !hasNul)
        {
            return utf8.Sequences == 0 && LegacyEncodings.IsIso2022Jp(bytes) ? Iso2022Jp : Utf8;
        }

        if (hasNul)
        {
            return Utf16Plausibility.Choose(sample, leastKana: 0) ?? Utf8;
        }

        if (utf8.Sequences >= utf8.Invalid * 2)
        {
            return Utf8;
        }

        // A Japanese text on one line, in UTF-16, has no NUL; other encodings must fail before that is believed.
        var legacy = LegacyEncodings.Find(Whole(sample, bytes.Length), out var score);
        return score < Sure ? Utf16Plausibility.Choose(sample, leastKana: 0.1) ?? legacy ?? Utf8 : legacy ?? Utf8;
    }

    // A sample may end in the middle of a character; behind a line end it does not.
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> sample, int length) =>
        sample.Length < length && sample.LastIndexOf((byte)'\n') is > SampleBytes / 2 and var end ? sample[..end] : sample;

    private static Encoding? FromMark(ReadOnlySpan<byte> bytes, out int markLength)
    {
        (var encoding, markLength) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => ((Encoding?)Utf8, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => (null, 0),
        };
        return encoding;
    }
}
