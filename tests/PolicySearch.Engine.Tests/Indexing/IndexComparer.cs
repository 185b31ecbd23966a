using System.Text;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Indexing;
using PolicySearch.Engine.Schema;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Engine.Tests.Indexing;

/// <summary>Compares all that a reader gives with a model.</summary>
internal static class IndexComparer
{
    public static void AssertSame(IndexModel model, IndexReader reader)
    {
        Assert.Equal(model.Order.Order(StringComparer.Ordinal), reader.Records().Select(r => r.Segment.RecordKey(r.Record)).Order(StringComparer.Ordinal));
        Assert.Equal(model.Blocks.Values.Sum(b => b.Documents.Count), reader.NumDocs);
        foreach (var (key, block) in model.Blocks)
        {
            var address = reader.FindRecord(key)!.Value;
            AssertRecord(block, address.Segment, address.Record);
        }

        foreach (var segment in reader.Segments)
        {
            AssertPostings(model, segment);
        }
    }

    private static void AssertRecord(RecordBlock block, SegmentReader segment, int record)
    {
        Assert.True(segment.IsRecordLive(record));
        Assert.Equal(block.Key, segment.RecordKey(record));
        Assert.Equal(block.Data.ToArray(), segment.RecordData(record));
        Assert.Equal(block.Text.Length, segment.RecordTextLength(record));
        Assert.True(block.Text == segment.RecordText(record, 0, block.Text.Length), "texts differ");
        var (from, to) = (block.Text.Length / 3, block.Text.Length / 2);
        Assert.Equal(block.Text[from..to], segment.RecordText(record, from, to));
        var (start, end) = segment.DocumentsOf(record);
        Assert.Equal(block.Documents.Count, end - start);
        for (var doc = start; doc < end; doc++)
        {
            Assert.Equal(record, segment.RecordOf(doc));
            Assert.True(segment.IsLive(doc));
            AssertDocument(block.Documents[doc - start], segment, doc);
        }
    }

    private static void AssertDocument(IndexDocument document, SegmentReader segment, int doc)
    {
        foreach (var field in IndexModel.Schema.Fields)
        {
            var name = field.Name;
            switch (field.Kind)
            {
                case FieldKind.Text:
                    Assert.Equal(Length(document, name), segment.Norms(name) is { IsEmpty: false } norms ? NormEncoding.Decode(norms[doc]) : 0);
                    break;
                case FieldKind.Keyword:
                    Assert.Equal(
                        document.Texts.Where(t => t.Field == name).Select(t => t.Text.ToString()).Distinct().Order(new ByUtf8()),
                        Keywords(segment.Keywords(name), doc));
                    break;
                case FieldKind.Number:
                    long? found = segment.Numbers(name) is { } numbers && numbers.TryGet(doc, out var number) ? number : null;
                    Assert.Equal(document.Numbers.Where(n => n.Field == name).Select(n => (long?)n.Number).FirstOrDefault(), found);
                    break;
                case FieldKind.Interval:
                    Assert.Equal(document.Intervals.Where(i => i.Field == name).Select(i => i.Interval), Intervals(segment.Intervals(name), doc));
                    break;
                default:
                    Assert.Equal(
                        document.Stored.Where(s => s.Field == name).Select(s => Encoding.UTF8.GetString(s.Bytes.Span)),
                        segment.Stored(doc, name).Select(Encoding.UTF8.GetString));
                    break;
            }
        }
    }

    private static List<string> Keywords(KeywordColumn? column, int doc)
    {
        var ordinals = new int[column?.MaxValuesPerDocument ?? 0];
        return column is null ? [] : [.. ordinals.Take(column.Read(doc, ordinals)).Select(column.Value)];
    }

    private static IEnumerable<Interval> Intervals(IntervalColumn? column, int doc)
    {
        var intervals = new Interval[column?.MaxValuesPerDocument ?? 0];
        return column is null ? [] : intervals.Take(column.Read(doc, intervals));
    }

    private static void AssertPostings(IndexModel model, SegmentReader segment)
    {
        foreach (var field in IndexModel.Schema.Fields.Where(f => f.Kind is FieldKind.Text or FieldKind.Keyword))
        {
            var expected = new SortedDictionary<string, List<(int Doc, string Positions)>>(new ByUtf8());
            for (var record = 0; record < segment.RecordCount; record++)
            {
                if (segment.IsRecordLive(record))
                {
                    Collect(model.Blocks[segment.RecordKey(record)], segment.DocumentsOf(record).Start, field, expected);
                }
            }

            Assert.Equal(expected.Select(p => $"{p.Key}: {string.Join(' ', p.Value)}"), Read(segment, field));
        }
    }

    private static void Collect(RecordBlock block, int doc, FieldDefinition field, SortedDictionary<string, List<(int Doc, string Positions)>> expected)
    {
        foreach (var document in block.Documents)
        {
            foreach (var group in Tokens(document, field).GroupBy(t => t.Term))
            {
                if (!expected.TryGetValue(group.Key, out var postings))
                {
                    expected[group.Key] = postings = [];
                }

                postings.Add((doc, field.Kind == FieldKind.Text ? string.Join(',', group.Select(t => t.Position)) : ""));
            }

            doc++;
        }
    }

    /// <summary>The live part of all postings of a field, read through every way: enumeration, look-up, postings.</summary>
    private static IEnumerable<string> Read(SegmentReader segment, FieldDefinition field)
    {
        if (segment.Terms(field.Name) is not { } reader)
        {
            yield break;
        }

        var terms = reader.Enumerate();
        while (terms.MoveNext())
        {
            Assert.True(reader.TryFind(terms.Term, out var state));
            Assert.Equal(terms.State, state);
            var postings = reader.Postings(state, PostingsFeatures.Positions);
            var live = new List<(int, string)>();
            while (postings.NextDoc() != PostingsEnum.NoMoreDocs)
            {
                if (segment.IsLive(postings.Doc))
                {
                    live.Add((postings.Doc, field.Kind == FieldKind.Text ? string.Join(',', Enumerable.Range(0, postings.Freq).Select(_ => postings.NextPosition())) : ""));
                }
            }

            if (live.Count > 0)
            {
                yield return $"{Encoding.UTF8.GetString(terms.Term)}: {string.Join(' ', live)}";
            }
        }
    }

    private static int Length(IndexDocument document, string field)
    {
        var length = document.Texts.Where(t => t.Field == field)
            .SelectMany(t => t.Text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(w => w != "_" && w[0] != '+');
        return NormEncoding.Decode(NormEncoding.Encode(length));
    }

    private static IEnumerable<(string Term, int Position)> Tokens(IndexDocument document, FieldDefinition field)
    {
        var position = -1;
        var isFirst = true;
        foreach (var text in document.Texts.Where(t => t.Field == field.Name).Select(t => t.Text.ToString()))
        {
            if (field.Kind == FieldKind.Keyword)
            {
                yield return (text, 0);
                continue;
            }

            position += isFirst ? 0 : 100;
            isFirst = false;
            var skipped = 0;
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word == "_")
                {
                    skipped++;
                    continue;
                }

                position = Math.Max(0, position + (word[0] == '+' ? 0 : 1 + skipped));
                skipped = 0;
                yield return (word.TrimStart('+'), position);
            }
        }
    }

    private sealed class ByUtf8 : IComparer<string>
    {
        public int Compare(string? x, string? y) => Encoding.UTF8.GetBytes(x!).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(y!));
    }
}
