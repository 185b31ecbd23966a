using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Definitions;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Finds the body that stands as author in a list of references: "The Atlantic (2020). …".</summary>
internal sealed class CitedBodyFinder(Lexicon lexicon) : IFinder
{
    private const int MaxWords = 8;

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            if (block.Kind == BlockKind.Reference)
            {
                FindAuthor(context, block);
            }
        }
    }

    private void FindAuthor(TaggingContext context, TextBlock block)
    {
        var words = block.Words;
        var first = words.Count > 0 && words[0].IsNumber ? 1 : 0;
        for (var i = first; i < words.Count && i <= first + MaxWords; i++)
        {
            if (i > first && words[i].Before == (Gap.Space | Gap.Open) && (words[i].IsNumber || context.TextOf(words[i]) is "n"))
            {
                var start = words[first].Start;
                var author = context.Text.AsSpan(start, words[i - 1].End - start);
                if (!ShortForms.IsShortForm(author) || i - first == 1)
                {
                    context.AddForm(block, MentionType.Organisation, start, words[i - 1].End, "cited-author");
                }

                return;
            }

            if (!IsAuthorWord(words, i, first))
            {
                return;
            }
        }
    }

    private bool IsAuthorWord(IReadOnlyList<Word> words, int i, int first) =>
        !words[i].IsCjk && (words[i].IsCapital || lexicon.Is(words[i], WordClass.Connector))
        && (i == first || words[i].JoinsPlainly || words[i].Before == (Gap.Space | Gap.Ampersand));
}
