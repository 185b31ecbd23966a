namespace PolicySearch.Extraction.Authority;

/// <summary>A trie over integers (symbols of words, or code units) whose nodes may carry names.</summary>
internal sealed class NameTrie
{
    private readonly Dictionary<long, int> _edges = [];
    private readonly List<List<NameForm>?> _names = [null];

    /// <summary>The node where every walk starts.</summary>
    public const int Root = 0;

    /// <summary>The child of <paramref name="node"/> along <paramref name="symbol"/>, or -1.</summary>
    public int Next(int node, int symbol) => _edges.TryGetValue(Key(node, symbol), out var next) ? next : -1;

    /// <summary>The names that end at <paramref name="node"/>, or null.</summary>
    public IReadOnlyList<NameForm>? NamesAt(int node) => _names[node];

    /// <summary>The node after <paramref name="node"/> along <paramref name="symbol"/>, made where missing.</summary>
    public int Grow(int node, int symbol)
    {
        if (!_edges.TryGetValue(Key(node, symbol), out var next))
        {
            next = _names.Count;
            _names.Add(null);
            _edges[Key(node, symbol)] = next;
        }

        return next;
    }

    /// <summary>Lets a name end at a node; a second name of one entry there is left out, but for short forms of other capitals and names that differ by a possessive.</summary>
    public void Attach(int node, NameForm form)
    {
        var names = _names[node] ??= [];
        if (!names.Exists(name => ReferenceEquals(name.Entry, form.Entry) && name.IsExact == form.IsExact && (!form.IsExact || name.Text == form.Text)
            && name.Text.Contains('\'', StringComparison.Ordinal) == form.Text.Contains('\'', StringComparison.Ordinal)))
        {
            names.Add(form);
        }
    }

    private static long Key(int node, int symbol) => ((long)node << 32) | (uint)symbol;
}
