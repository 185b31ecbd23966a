using System.Runtime.CompilerServices;

namespace PolicySearch.Engine.Queries;

/// <summary>Checks of what queries are made from.</summary>
internal static class QueryArguments
{
    public static string Field(string field, [CallerArgumentExpression(nameof(field))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(field, name);
        return field.Length > 0 ? field : throw new ArgumentException("the field's name is empty; name a field of the schema", name);
    }

    public static T NotNull<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    public static float Boost(float boost, [CallerArgumentExpression(nameof(boost))] string? name = null) =>
        float.IsFinite(boost) && boost >= 0
            ? boost
            : throw new ArgumentOutOfRangeException(name, boost, $"boost is {boost}; use a finite number, 0 or more");

    public static int AtLeastZero(int value, string what, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{what} is {value}; use 0 or more");

    public static IReadOnlyList<T> Copy<T>(IReadOnlyList<T> values, [CallerArgumentExpression(nameof(values))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        T[] copy = [.. values];
        for (var i = 0; i < copy.Length; i++)
        {
            if (copy[i] is null)
            {
                throw new ArgumentException($"item {i} is null", name);
            }
        }

        return copy;
    }
}
