using System.Globalization;
using System.Text;
using PolicySearch.Testing;
using PolicySearch.Text.Boundaries;
using PolicySearch.Text.Languages;

namespace PolicySearch.Text.Tests;

/// <summary>Lets <see cref="GlobalizationModeTests"/> run this assembly as a program in another globalisation mode.</summary>
internal static class Program
{
    public static int Main()
    {
        Console.Out.WriteLine($"{"I".ToLower(CultureInfo.CurrentCulture)} {Digest():X16}");
        return 0;
    }

    /// <summary>A number made of everything that text is turned into, over seeded random text and some that is not random.</summary>
    public static ulong Digest()
    {
        var random = new Random(2026);
        var text = new StringBuilder("ISTANBUL İstanbul ıI ß Σς ǅ Mr. I. Title in INDIA. The U.S. e.g. I.I. 経済。ｶﾞｲﾄﾞ\n");
        for (var i = 0; i < 3000; i++)
        {
            text.Append(RandomText.Any(random, 20)).Append(i % 7 == 0 ? ". I " : " ");
        }

        var all = text.ToString();
        var digest = 14695981039346656037UL;
        Add(Folding.Fold(all));
        Add(LowerCase.Of(all));
        Add(Whitespace.Collapse(all));
        Add(LanguageDetector.Detect(all) ?? "");
        Add(string.Join(' ', SentenceBoundaries.Split(all)));
        for (var start = 0; start < all.Length;)
        {
            start = WordBoundaries.Next(all, start);
            Add(((char)start).ToString());
        }

        return digest;

        void Add(string part)
        {
            foreach (var c in part)
            {
                digest = (digest ^ c) * 1099511628211UL;
            }
        }
    }
}
