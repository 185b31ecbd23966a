using System.Globalization;
using System.Text;

namespace PolicySearch.Engine.Search;

/// <summary>A score and where it comes from.</summary>
/// <param name="IsMatch">Whether the document matches.</param>
/// <param name="Value">The score, or a factor of it.</param>
/// <param name="Description">What it is.</param>
/// <param name="Details">Its parts.</param>
public sealed record Explanation(bool IsMatch, float Value, string Description, IReadOnlyList<Explanation> Details)
{
    /// <summary>A document that matches, or a factor of its score.</summary>
    public static Explanation Match(float value, string description, params IReadOnlyList<Explanation> details) =>
        new(IsMatch: true, value, description, details);

    /// <summary>A document that does not match.</summary>
    public static Explanation NoMatch(string description, params IReadOnlyList<Explanation> details) =>
        new(IsMatch: false, 0, description, details);

    /// <summary>One line for each part, indented by its depth.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, depth: 0);
        return text.ToString();
    }

    private void Append(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2)
            .Append(Value.ToString(CultureInfo.InvariantCulture)).Append(IsMatch ? " = " : " (no match) = ").Append(Description).Append('\n');
        foreach (var detail in Details)
        {
            detail.Append(text, depth + 1);
        }
    }
}
