using System.Globalization;
using System.Text;

namespace PolicySearch.Text.Tests.Boundaries;

/// <summary>Reads the Unicode Consortium's test files: ÷ where a boundary is, × where none is.</summary>
internal static class BreakTestFile
{
    public static IEnumerable<(string Line, string Text, IReadOnlyList<int> Boundaries)> Read(string name)
    {
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", name)))
        {
            var rule = line.Split('#')[0].Trim();
            if (rule.Length == 0)
            {
                continue;
            }

            var text = new StringBuilder();
            var boundaries = new List<int>();
            foreach (var item in rule.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                switch (item)
                {
                    case "÷":
                        boundaries.Add(text.Length);
                        break;
                    case "×":
                        break;
                    default:
                        text.Append(char.ConvertFromUtf32(int.Parse(item, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
                        break;
                }
            }

            yield return (line, text.ToString(), boundaries);
        }
    }
}
