using System.Text;
using PolicySearch.Extraction.Extractors;

namespace PolicySearch.Extraction.Tests;

/// <summary>
/// Documents of about a megabyte that nobody would write, through extraction, tagging and segmentation together.
/// All steps take linear time, so each takes a second or two; were one of them quadratic, its test would take minutes.
/// </summary>
public sealed class OddDocumentTests
{
    private const int Size = 1_000_000;
    private static readonly DocumentReader Reader = DocumentReader.CreateDefault();

    public static TheoryData<string, string> Repeated => new()
    {
        { "txt", "a" }, { "txt", "(" }, { "txt", "[1] " }, { "txt", "「" }, { "txt", "0123456789" }, { "txt", "12\n" }, { "txt", "2001-2005, " },
        { "txt", "|" }, { "txt", "| a " }, { "txt", "| a | b |\n" }, { "txt", "a\t" }, { "txt", "a\tb\n" }, { "txt", "a    b    c\n" }, { "txt", "A b   c   d\nX yy\n" },
        { "txt", "#" }, { "txt", "# x\n" }, { "txt", "\n" }, { "txt", "a\f" }, { "txt", "\u200B" }, { "txt", "a\u0301" }, { "txt", "\"" },
        { "txt", "مرحبا بالعالم שלום עולם. " }, { "txt", "\u202Eabc\u202C " }, { "txt", "これは日本語の文章であり、" }, { "txt", "第1章　はじめに\n\n本文です。\n\n" },
        { "txt", "1. a\n(1) b\n" }, { "txt", "1 a note here.\n\n" }, { "txt", "[7] a note.[7]\n" }, { "txt", "* a\n\nword* b\n\n" }, { "txt", "Home | News | About us | Contact\n" },
        { "txt", "The policy of\n" }, { "txt", "Running head\n\n\n" }, { "txt", "Chapter ...... 7\n" }, { "txt", "1973 – Text of it here.\n" }, { "txt", "Speaker: Yes.\n" }, { "txt", "A. B. " },
        { "txt", "a\t<p>b</p>" }, { "txt", "http://a.b/c?d " },
        { "md", ">" }, { "md", "> x\n" }, { "md", "[" }, { "md", "*a" }, { "md", "- " }, { "md", "a|b\n-|-\n" },
        { "html", "<p>a" }, { "html", "<table><tr><td>a" }, { "html", "<b>" }, { "html", "&amp;" },
    };

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_megabyte_of_one_thing_is_read(string type, string piece)
    {
        var start = type switch { "md" => "# Title\n\nWords of [text](a).\n\n", "html" => "<html><body><p>Words of text.</p>", _ => "Words of text.\n\n" };
        var text = new StringBuilder(start).Insert(start.Length, piece, (Size / Encoding.UTF8.GetByteCount(piece)) + 1).ToString();
        try
        {
            AssertSound(Read(type, Encoding.UTF8.GetBytes(text)), piece);
        }
        catch (ExtractionException refused) when (type == "html")
        {
            // Elements nested by the ten thousand are refused by name.
            Assert.Contains("nests more than", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Lone_surrogates_are_read_in_UTF_8_and_in_UTF_16()
    {
        byte[] lone = [0xED, 0xA0, 0x80, (byte)'a', (byte)' '];
        var utf8 = Enumerable.Repeat(lone, 50_000).SelectMany(bytes => bytes).ToArray();
        var utf16 = Encoding.Unicode.GetPreamble().Concat(Enumerable.Repeat(new byte[] { 0x00, 0xD8, 0x61, 0x00, 0x20, 0x00 }, 50_000).SelectMany(bytes => bytes)).ToArray();

        AssertSound(Read("txt", utf8), "UTF-8");
        AssertSound(Read("txt", utf16), "UTF-16");
    }

    private static ExtractedDocument Read(string type, byte[] bytes) => Reader.Read(new SourceFile("odd." + type, bytes), "odd." + type);

    private static void AssertSound(ExtractedDocument read, string about)
    {
        DocumentRules.AssertSound(read.Document, about);
        foreach (var (_, passage, mentions) in read.Passages)
        {
            foreach (var mention in mentions)
            {
                Assert.True(passage.Blocks.Any(block => block.Span.Overlaps(mention.Span)), $"{about}: {mention} is in no block of its passage");
            }
        }
    }
}
