using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Analysis.Multilingual;
using PolicySearch.Engine.Queries.Parsing;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Tests.Queries.Parsing;

/// <summary>Parsers over a small schema of every kind of field.</summary>
internal static class Parsers
{
    public static IndexSchema Schema { get; } = new(
        FieldDefinition.Text("body", new StandardAnalyzer(StopWords.English)),
        FieldDefinition.Text("title", new StandardAnalyzer()),
        FieldDefinition.Text("text", new MultilingualAnalyzer()),
        FieldDefinition.Keyword("tag"),
        FieldDefinition.Number("size"),
        FieldDefinition.Interval("year"),
        FieldDefinition.Stored("raw"));

    public static QueryParser Body { get; } = new(Schema, new DefaultField("body"));

    public static QueryParser BodyAndTitle { get; } = new(Schema, new DefaultField("body"), new DefaultField("title", 2));

    public static QueryParser Multilingual { get; } = new(Schema, new DefaultField("text"));
}
