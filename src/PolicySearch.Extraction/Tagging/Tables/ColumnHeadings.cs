using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Tables;

/// <summary>What a column's heading says of its cells: "Company", "Lead partner", 所在地.</summary>
internal sealed class ColumnHeadings
{
    private const int MaxLength = 60;

    private static readonly (WordClass Class, MentionType Type)[] Classes =
    [
        (WordClass.ColumnOrganisation, MentionType.Organisation),
        (WordClass.ColumnPlace, MentionType.Place),
        (WordClass.ColumnPerson, MentionType.Person),
        (WordClass.ColumnProgramme, MentionType.Programme),
        (WordClass.ColumnAgency, MentionType.Agency),
    ];

    private readonly Lexicon _lexicon;
    private readonly WordTable<MentionType> _japanese;

    public ColumnHeadings(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _japanese = new WordTable<MentionType>(
        [
            .. lexicon.EastAsian("ja_column_organisation").Select(word => (word, MentionType.Organisation)),
            .. lexicon.EastAsian("ja_column_place").Select(word => (word, MentionType.Place)),
            .. lexicon.EastAsian("ja_column_person").Select(word => (word, MentionType.Person)),
        ]);
    }

    /// <summary>The type of the things that stand below; null where the heading does not say or says two.</summary>
    /// <param name="context">The document.</param>
    /// <param name="heading">The heading's words.</param>
    public MentionType? TypeOf(TaggingContext context, IReadOnlyList<Word> heading)
    {
        if (heading.Count == 0 || heading[^1].End - heading[0].Start > MaxLength)
        {
            return null;
        }

        MentionType? found = null;
        foreach (var word in heading)
        {
            if ((word.Before & Gap.Open) != Gap.None && word.Start > heading[0].Start)
            {
                // "Amount (million euros)"
                break;
            }

            if (TypeOf(context, word) is not { } type)
            {
                continue;
            }

            if (found is not null && found != type)
            {
                return null;
            }

            found = type;
        }

        return found;
    }

    private MentionType? TypeOf(TaggingContext context, Word word)
    {
        if (word.IsCjk)
        {
            return _japanese.TryMatchEnd(context.TextOf(word), word.End - word.Start, out _, out var type) ? type : null;
        }

        var classes = _lexicon.Of(word);
        foreach (var (wordClass, type) in Classes)
        {
            if ((classes & wordClass) != WordClass.None)
            {
                return type;
            }
        }

        return null;
    }
}
