using System.Text;

namespace PolicySearch.Testing;

/// <summary>Text that nobody would write: any code point, lone surrogates, and what is near the rules' edges.</summary>
public static class RandomText
{
    private const string Edges = "aZ09 _'.,:;\"\r\n\u0085\u2028\u200D\u00AD\u0301\u3099\u309Aカｶﾞﾟがか々漢字ー한글ᄒ\u1161\u11A8กา\u05D0\u05DA。！」（'’“”\uFE0F\u20E3#*";

    public static string Any(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            switch (random.Next(8))
            {
                case 0:
                    text.Append((char)random.Next(0xD800, 0xE000));
                    break;
                case 1:
                    text.Append((char)random.Next(0x10000));
                    break;
                case 2:
                    text.Append(new Rune(random.Next(0x10000, 0x110000)).ToString());
                    break;
                case 3:
                    text.Append(new Rune(random.Next(0x1F1E6, 0x1FAFF)).ToString());
                    break;
                default:
                    text.Append(Edges[random.Next(Edges.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>ASCII with many signs that may stand inside words.</summary>
    public static string Ascii(Random random, int length)
    {
        const string Signs = "abcXYZ019'.,:;_\"#*- é";
        return string.Create(length, random, static (target, r) =>
        {
            foreach (ref var c in target)
            {
                c = Signs[r.Next(Signs.Length)];
            }
        });
    }
}
