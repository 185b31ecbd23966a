using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds names in Japanese text by their form: bodies, policy instruments, persons.</summary>
internal sealed class JapaneseFinder : IFinder
{
    private readonly JapaneseBodyFinder _bodies;
    private readonly JapaneseProgrammeFinder _programmes;
    private readonly JapaneseQuoteFinder _quotes;
    private readonly JapanesePersonFinder _persons;

    public JapaneseFinder(AuthorityIndex authority, Lexicon lexicon)
    {
        var bounds = new NameBounds(lexicon);
        var common = new CommonWords(lexicon);
        _bodies = new JapaneseBodyFinder(authority, lexicon, bounds, common);
        _programmes = new JapaneseProgrammeFinder(lexicon, bounds, common);
        _quotes = new JapaneseQuoteFinder(lexicon, common);
        _persons = new JapanesePersonFinder(authority, lexicon, common);
    }

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        if (context.Chinese is not null)
        {
            return;
        }

        var texts = new List<JoinedText>();
        foreach (var block in context.Blocks)
        {
            if (JoinedText.Of(context.Text, block) is { } text)
            {
                texts.Add(text);
            }
        }

        if (texts.Count == 0)
        {
            return;
        }

        var known = new KnownSpans(context);
        foreach (var text in texts)
        {
            _bodies.Find(context, text, known);
            _programmes.Find(context, text, known);
            _quotes.Find(context, text);
        }

        _persons.Find(context, texts, known);
    }
}
