using PolicySearch.Extraction;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Segmentation;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service.Tests;

/// <summary>Valid values; a test states only what matters to it.</summary>
internal static class Some
{
    /// <summary>A document of one passage a line: a line is a block; ministries are words of capitals, years are four digits, with a role behind a colon where it is not the ordinary one (<c>2030:target</c>); a line that begins with <c>ref</c> is a reference.</summary>
    public static ExtractedDocument Document(string address, string text, params IReadOnlyList<string> notes)
    {
        var id = PassageIds.ForDocument(address);
        var passages = new List<TaggedPassage>();
        var seen = new Dictionary<string, int>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
            {
                var span = new TextSpan(start, start + line.Length);
                var duplicate = seen.GetValueOrDefault(line.Trim());
                seen[line.Trim()] = duplicate + 1;
                passages.Add(Passage(id, text, span, passages.Count) with { Id = PassageIds.ForPassage(id, line.Trim(), duplicate) });
            }

            start += line.Length + 1;
        }

        var document = new Document
        {
            Title = "Title of " + address,
            Published = "2015-04",
            Language = "en",
            MediaType = "text/plain",
            Text = text,
            Blocks = [.. passages.SelectMany(p => p.Passage.Blocks)],
            Notes = notes,
        };
        return new ExtractedDocument(id, address, document, passages, "some") { ExtractorVersion = 7 };
    }

    public static TaggedPassage Passage(string documentId, string text, TextSpan span, int ordinal) => new(
        PassageIds.ForPassage(documentId, span.Of(text).ToString(), ordinal),
        new Passage
        {
            Ordinal = ordinal,
            Span = span,
            Kind = span.Of(text).StartsWith("ref ") ? PassageKind.Reference : PassageKind.Text,
            Heading = ["Chapter", "Section"],
            Blocks = [new Block(BlockKind.Paragraph, span)],
            Language = "en",
        },
        [.. Mentions(text, span)]);

    private static IEnumerable<Mention> Mentions(string text, TextSpan span)
    {
        var start = span.Start;
        foreach (var word in span.Of(text).ToString().Split(' '))
        {
            var place = new TextSpan(start, start + word.Length);
            start += word.Length + 1;
            var (digits, role) = word.Split(':') is [var before, { Length: > 0 } after] ? (before, Enum.Parse<YearRole>(after, ignoreCase: true)) : (word, YearRole.Mentioned);
            if (digits.Length == 4 && int.TryParse(digits, out var year))
            {
                yield return new Mention(MentionType.Year, digits, place)
                {
                    Evidence = "test",
                    Years = new YearInterval(year, year, YearBasis.Calendar, role),
                };
            }
            else if (word.Length > 2 && word.All(char.IsAsciiLetterUpper))
            {
                yield return new Mention(MentionType.Ministry, word, place) { Evidence = "test" };
            }
        }
    }
}
