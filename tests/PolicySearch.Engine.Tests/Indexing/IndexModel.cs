using System.Text;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Testing.Storage;

namespace PolicySearch.Engine.Tests.Indexing;

/// <summary>What an index should hold, in plain dictionaries, and random changes to it.</summary>
internal sealed class IndexModel(int seed)
{
    public static readonly IndexSchema Schema = new(
        FieldDefinition.Text("body", new WhitespaceAnalyzer()),
        FieldDefinition.Text("title", new WhitespaceAnalyzer()),
        FieldDefinition.Keyword("tag"),
        FieldDefinition.Keyword("kind"),
        FieldDefinition.Number("year"),
        FieldDefinition.Interval("span"),
        FieldDefinition.Stored("json"),
        FieldDefinition.Stored("raw"));

    private static readonly string[] Scripts = ["a", "é", "語", "𠮷", "Ж", "z"];

    public Random Random { get; } = new(seed);

    /// <summary>Live blocks by key; <see cref="Order"/> has the keys in the order in which the blocks were added.</summary>
    public Dictionary<string, RecordBlock> Blocks { get; private set; } = new(StringComparer.Ordinal);

    public List<string> Order { get; private set; } = [];

    public void Replace(IndexWriter writer, RecordBlock block)
    {
        writer.Replace(block);
        Blocks[block.Key] = block;
        Order.Remove(block.Key);
        Order.Add(block.Key);
    }

    public void Delete(IndexWriter writer, string key)
    {
        Assert.Equal(Blocks.Remove(key), writer.Delete(key));
        Order.Remove(key);
    }

    /// <summary>A copy to go back to.</summary>
    public (Dictionary<string, RecordBlock> Blocks, List<string> Order) Save() => (new(Blocks, StringComparer.Ordinal), [.. Order]);

    public void Restore((Dictionary<string, RecordBlock> Blocks, List<string> Order) saved) =>
        (Blocks, Order) = (new(saved.Blocks, StringComparer.Ordinal), [.. saved.Order]);

    public string NextKey() => $"root/{Random.Next(60)}.txt";

    public RecordBlock NextBlock(string key)
    {
        var documents = Enumerable.Range(0, Random.Next(8) == 0 ? 0 : Random.Next(1, 12)).Select(_ => NextDocument()).ToList();
        var text = new StringBuilder();
        for (var length = Random.Next(5) == 0 ? Random.Next(60_000) : Random.Next(100); text.Length < length;)
        {
            // Pairs and halves of them too: texts come back unit by unit.
            text.Append(Random.Next(50) == 0 ? "\ud842" : NextWord()).Append(' ');
        }

        var data = new byte[Random.Next(4) == 0 ? Random.Next(50_000) : Random.Next(50)];
        Random.NextBytes(data);
        return new RecordBlock(key, documents) { Text = text.ToString(), Data = data };
    }

    private IndexDocument NextDocument()
    {
        var document = new IndexDocument();
        for (var values = Random.Next(4); values > 0; values--)
        {
            document.Add("body", NextText(40));
        }

        if (Random.Next(3) == 0)
        {
            document.Add("title", NextText(6));
        }

        for (var values = Random.Next(5); values > 0; values--)
        {
            document.Add("tag", NextWord());
        }

        if (Random.Next(2) == 0)
        {
            document.Add("kind", Random.Next(2) == 0 ? "text" : "");
        }

        if (Random.Next(2) == 0)
        {
            document.Add("year", Random.Next(20) == 0 ? Random.NextInt64(long.MinValue, long.MaxValue) : Random.Next(1900, 2100));
        }

        for (var values = Random.Next(3); values > 0; values--)
        {
            var from = Random.Next(30) == 0 ? long.MinValue : Random.Next(1900, 2100);
            document.Add("span", new Interval(from, Random.Next(30) == 0 ? long.MaxValue : Math.Max(from, 0) + Random.Next(2100)));
        }

        for (var values = Random.Next(3); values > 0; values--)
        {
            document.AddStored(Random.Next(2) == 0 ? "json" : "raw", Encoding.UTF8.GetBytes(NextText(10)));
        }

        return document;
    }

    private string NextText(int words) =>
        string.Join(' ', Enumerable.Range(0, Random.Next(words)).Select(_ => Random.Next(12) switch { 0 => "_", 1 => "+" + NextWord(), _ => NextWord() }));

    /// <summary>Few words are frequent, many rare.</summary>
    private string NextWord()
    {
        var rank = (int)Math.Pow(2, Random.NextDouble() * 11);
        return Scripts[rank % Scripts.Length] + rank;
    }
}
