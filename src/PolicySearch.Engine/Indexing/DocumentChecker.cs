using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Schema;

namespace PolicySearch.Engine.Indexing;

/// <summary>Checks a block against the schema before anything of it is taken in.</summary>
internal static class DocumentChecker
{
    /// <exception cref="ArgumentException">A field is unknown or of another kind, a key or keyword is too long, an interval ends before it begins, or a number is set twice.</exception>
    public static void Check(RecordBlock block, IndexSchema schema)
    {
        if (block.Key.Length == 0)
        {
            throw new ArgumentException("a record's key is empty", nameof(block));
        }

        CheckLength(block.Key, RecordsFormat.MaxKeyLength, $"the key '{Shorten(block.Key)}'");
        for (var i = 0; i < block.Documents.Count; i++)
        {
            try
            {
                Check(block.Documents[i], schema);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException($"record '{Shorten(block.Key)}', document {i}: {e.Message}", nameof(block), e);
            }
        }
    }

    private static void Check(IndexDocument document, IndexSchema schema)
    {
        foreach (var (field, text) in document.Texts)
        {
            var kind = Find(schema, field).Kind;
            if (kind == FieldKind.Keyword)
            {
                CheckLength(text.Span, TermsFormat.MaxTermLength, $"a value of '{field}'");
            }
            else if (kind != FieldKind.Text)
            {
                throw WrongKind(field, kind, "text");
            }
        }

        foreach (var (field, _) in document.Stored)
        {
            Expect(schema, field, FieldKind.Stored, "bytes");
        }

        foreach (var (field, interval) in document.Intervals)
        {
            Expect(schema, field, FieldKind.Interval, "an interval");
            if (interval.To < interval.From)
            {
                throw new ArgumentException($"an interval of '{field}' ends at {interval.To}, before it begins at {interval.From}", nameof(document));
            }
        }

        CheckNumbers(document, schema);
    }

    private static void CheckNumbers(IndexDocument document, IndexSchema schema)
    {
        for (var i = 0; i < document.Numbers.Count; i++)
        {
            var field = document.Numbers[i].Field;
            Expect(schema, field, FieldKind.Number, "a number");
            for (var before = 0; before < i; before++)
            {
                if (document.Numbers[before].Field == field)
                {
                    throw new ArgumentException($"the number field '{field}' is set twice; it has one value a document", nameof(document));
                }
            }
        }
    }

    private static void Expect(IndexSchema schema, string field, FieldKind kind, string given)
    {
        var found = Find(schema, field).Kind;
        if (found != kind)
        {
            throw WrongKind(field, found, given);
        }
    }

    private static ArgumentException WrongKind(string field, FieldKind kind, string given) =>
        new($"'{field}' is a {kind.ToString().ToLowerInvariant()} field and cannot take {given}", nameof(field));

    private static FieldDefinition Find(IndexSchema schema, string field) =>
        schema.Find(field) ?? throw new ArgumentException($"the schema has no field '{field}'; it has {string.Join(", ", schema.Fields.Select(f => f.Name))}", nameof(field));

    private static void CheckLength(ReadOnlySpan<char> text, int limit, string what)
    {
        // A code unit is at most three bytes.
        if (text.Length > limit / 3 && Encoding.UTF8.GetByteCount(text) is var length && length > limit)
        {
            throw new ArgumentException($"{what} has {length} bytes in UTF-8; at most {limit} are possible", nameof(text));
        }
    }

    private static string Shorten(string key) => key.Length <= 100 ? key : key[..100] + "…";
}
