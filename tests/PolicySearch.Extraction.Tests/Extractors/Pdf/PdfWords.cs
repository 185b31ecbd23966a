using System.Diagnostics;
using System.Globalization;
using PolicySearch.Extraction.Extractors.Pdf;

namespace PolicySearch.Extraction.Tests.Extractors.Pdf;

/// <summary>What <c>pdftotext</c> finds, to be compared with what is read.</summary>
internal static class PdfWords
{
    /// <summary>The whole text of a file.</summary>
    public static string Of(string path) => Run(["-enc", "UTF-8", path, "-"]);

    /// <summary>The text inside a box, in points from the upper left corner of a page.</summary>
    public static string Inside(string path, int page, double left, double top, double right, double bottom) => Run(
        ["-enc", "UTF-8", "-r", "72", "-f", Number(page), "-l", Number(page), "-x", Number(left), "-y", Number(top), "-W", Number(right - left + 1), "-H", Number(bottom - top + 1), path, "-"]);

    /// <summary>Letters and digits alone, in order of their codes: programs break lines and order columns differently.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Order());

    /// <summary>The words with their numbers. A word is a run of letters and digits, hyphens at line ends taken out; in scripts without spaces, and where programs part words differently (Hangul, Arabic), each character is one.</summary>
    public static Dictionary<string, int> Count(string text)
    {
        var counts = new Dictionary<string, int>();
        var word = "";
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c) && !IsAlone(c))
            {
                word += c;
                continue;
            }

            if (IsHyphen(c) && word.Length > 0 && char.IsLower(word[^1]) && NextLetter(text, i) is { } next)
            {
                i = next - 1;
                continue;
            }

            Add(counts, word);
            Add(counts, IsAlone(c) ? c.ToString() : "");
            word = "";
        }

        return counts;
    }

    // "infor-" / "mation" and "long-term" alike: where the hyphen stands between small letters it says nothing.
    private static int? NextLetter(string text, int hyphen)
    {
        var at = hyphen + 1;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length && char.IsLower(text[at]) ? at : null;
    }

    private static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u00AD';

    private static bool IsAlone(char c) => char.IsLetter(c) && (WideText.Is(c) || WideText.IsRightToLeft(c) || c is >= '\uAC00' and <= '\uD7A3');

    private static void Add(Dictionary<string, int> counts, string word)
    {
        if (word.Length > 0)
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }
    }

    // The program counts in whole points.
    private static string Number(double points) => Math.Floor(points).ToString(CultureInfo.InvariantCulture);

    private static string Run(string[] arguments)
    {
        var start = new ProcessStartInfo("pdftotext", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return text;
    }
}
