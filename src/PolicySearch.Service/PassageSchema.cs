using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Analysis.Multilingual;
using PolicySearch.Engine.Schema;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Service;

/// <summary>The fields of the passage index; nothing else in the program names one.</summary>
/// <remarks>
/// A passage is found by its words (<see cref="Text"/>, <see cref="Heading"/>, <see cref="Title"/>), counted by its
/// tags (one keyword field a tag type, ids as written), and filtered by <see cref="Filter"/>, which holds the same
/// values folded, so that a filter need not know how an id is written.
/// </remarks>
public static class PassageSchema
{
    /// <summary>The words of the passage's blocks, each block a value.</summary>
    public const string Text = "text";

    /// <summary>The words of the headings above it, each heading a value.</summary>
    public const string Heading = "heading";

    /// <summary>The words of its document's title.</summary>
    public const string Title = "title";

    /// <summary>Its id.</summary>
    public const string Id = "id";

    /// <summary>Its document's id.</summary>
    public const string Document = "document";

    /// <summary>Its kind, as the design spells it.</summary>
    public const string Kind = "kind";

    /// <summary>Its language, BCP 47.</summary>
    public const string Language = "language";

    /// <summary>Tags, kind and language folded for filters: <see cref="FilterTerm"/>.</summary>
    public const string Filter = "filter";

    /// <summary>The document's date of publication as first and last possible day, yyyymmdd.</summary>
    public const string Published = "published";

    /// <summary>The year of <see cref="Published"/>, for its facet.</summary>
    public const string PublishedYear = "published_year";

    /// <summary>A hash of its whole text, by which equal texts are known; absent where it is short (see <see cref="Duplicates.PassageSignature"/>).</summary>
    public const string CopyText = "copy_text";

    /// <summary>A sketch of its text, by which texts that resemble each other are known; absent where it is short.</summary>
    public const string CopySketch = "copy_sketch";

    /// <summary>Parts of the sketch as terms, by which copies are found.</summary>
    public const string CopyKey = "copy_key";

    /// <summary>Spans, blocks, page and tags of the passage: see <see cref="PassagePayload"/>.</summary>
    public const string Payload = "payload";

    /// <summary>The analyzer of all text fields, and of filter values.</summary>
    public static Analyzer Analyzer { get; } = new MultilingualAnalyzer();

    /// <summary>Tag types that have a keyword field of their own, under the type's name; years are intervals.</summary>
    public static IReadOnlyList<MentionType> KeywordTypes { get; } =
        [.. Enum.GetValues<MentionType>().Where(type => type != MentionType.Year)];

    /// <summary>The fields that a year filter and the year facet look at where no role is asked for: all but <see cref="YearRole.Accessed"/>.</summary>
    public static IReadOnlyList<string> YearFields { get; } =
        [.. Enum.GetValues<YearRole>().Where(role => role != YearRole.Accessed).Select(YearField)];

    /// <summary>The schema.</summary>
    public static IndexSchema Schema { get; } = new(
    [
        FieldDefinition.Text(Text, Analyzer),
        FieldDefinition.Text(Heading, Analyzer),
        FieldDefinition.Text(Title, Analyzer),
        FieldDefinition.Keyword(Id),
        FieldDefinition.Keyword(Document),
        FieldDefinition.Keyword(Kind),
        FieldDefinition.Keyword(Language),
        FieldDefinition.Keyword(Filter),
        .. KeywordTypes.Select(type => FieldDefinition.Keyword(Spelling.Of(type))),
        .. Enum.GetValues<YearRole>().Select(role => FieldDefinition.Interval(YearField(role))),
        FieldDefinition.Interval(Published),
        FieldDefinition.Interval(PublishedYear),
        FieldDefinition.Number(CopyText),
        FieldDefinition.Number(CopySketch),
        FieldDefinition.Keyword(CopyKey),
        FieldDefinition.Stored(Payload),
    ]);

    /// <summary>The interval field for years of a role, such as <c>year_target</c>.</summary>
    public static string YearField(YearRole role) => "year_" + Spelling.Of(role);

    /// <summary>The term of <see cref="Filter"/> for a value of a filter: without regard to case, width and runs of white space.</summary>
    /// <param name="filter">The filter's name.</param>
    /// <param name="value">Its value.</param>
    public static string FilterTerm(string filter, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var words = value.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return filter + ":" + string.Join(' ', words.Select(Analyzer.Normalize));
    }
}
