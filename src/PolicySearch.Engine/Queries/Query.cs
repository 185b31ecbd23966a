using System.Text;
using PolicySearch.Engine.Search.Weights;

namespace PolicySearch.Engine.Queries;

/// <summary>What to look for. Immutable, compared by value; its text form is Lucene's.</summary>
public abstract record Query
{
    /// <summary>The query in Lucene's syntax, every word with its field.</summary>
    public sealed override string ToString()
    {
        var text = new StringBuilder();
        AppendTo(text);
        return text.ToString();
    }

    /// <summary>Writes the text form.</summary>
    internal abstract void AppendTo(StringBuilder text);

    /// <summary>Binds the query to collection statistics.</summary>
    internal abstract Weight CreateWeight(in WeightContext context);
}
