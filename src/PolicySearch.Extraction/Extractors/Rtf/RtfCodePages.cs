using System.Text;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>The code pages of RTF: by number, and by the character set of a font.</summary>
internal sealed class RtfCodePages
{
    private readonly Dictionary<int, Encoding> _encodings = [];
    private readonly Dictionary<int, int> _fonts = [];

    /// <summary>The document's own code page.</summary>
    public int Document { get; set; } = 1252;

    /// <summary>Remembers the character set of a font.</summary>
    public void AddFont(int font, int charset) => _fonts[font] = charset switch
    {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 => 1255,
        178 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => 0,
    };

    /// <summary>Code page of a font; 0 for the document's.</summary>
    public int OfFont(int font) => _fonts.GetValueOrDefault(font);

    /// <summary>The text of bytes in a code page; 0 is the document's.</summary>
    public string Decode(ReadOnlySpan<byte> bytes, int codePage)
    {
        var number = codePage == 0 ? Document : codePage;
        if (!_encodings.TryGetValue(number, out var encoding))
        {
            encoding = LegacyEncodings.ByCodePageOr1252(number);
            _encodings[number] = encoding;
        }

        return encoding.GetString(bytes);
    }
}
