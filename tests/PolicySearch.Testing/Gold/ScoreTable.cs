using System.Globalization;
using System.Text;

namespace PolicySearch.Testing.Gold;

/// <summary>Scores by kind, and over all kinds.</summary>
/// <param name="Rows">One row a kind that occurs.</param>
public sealed record ScoreTable(IReadOnlyList<ScoreRow> Rows)
{
    /// <summary>All counts pooled.</summary>
    public ScoreRow Micro => new("micro", Rows.Sum(row => row.Gold), Rows.Sum(row => row.Found), Rows.Sum(row => row.False));

    /// <summary>The mean F1 of the kinds.</summary>
    public double MacroF1 => Rows.Count == 0 ? 0 : Rows.Average(row => row.F1);

    /// <summary>The F1 of a kind; 0 where it does not occur.</summary>
    public double F1(string label) => Rows.FirstOrDefault(row => row.Label == label)?.F1 ?? 0;

    /// <summary>The table as <c>score.py</c> prints it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{"",-14}{"gold",6}{"found",7}{"false",7}{"precision",11}{"recall",8}{"F1",8}\n");
        foreach (var row in Rows.Append(Micro))
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Label,-14}{row.Gold,6}{row.Found,7}{row.False,7}{row.Precision,11:F3}{row.Recall,8:F3}{row.F1,8:F3}\n");
        }

        var macro = Rows.Count == 0 ? [0, 0] : new[] { Rows.Average(row => row.Precision), Rows.Average(row => row.Recall) };
        text.Append(CultureInfo.InvariantCulture, $"{"macro",-14}{"",6}{"",7}{"",7}{macro[0],11:F3}{macro[1],8:F3}{MacroF1,8:F3}\n");
        return text.ToString();
    }
}
