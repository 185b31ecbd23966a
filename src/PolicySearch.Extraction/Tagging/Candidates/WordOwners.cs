namespace PolicySearch.Extraction.Tagging.Candidates;

/// <summary>Which candidate holds each word: of several the longest, then the most trusted.</summary>
internal sealed class WordOwners
{
    private readonly Candidate?[]?[] _owners;

    private WordOwners(Candidate?[]?[] owners) => _owners = owners;

    /// <summary>The owners of the words of the context's blocks, by the names found so far; years own nothing.</summary>
    public static WordOwners Of(TaggingContext context)
    {
        var owners = new Candidate?[]?[context.Blocks.Count];
        foreach (var candidate in context.Candidates)
        {
            if (candidate.Type != MentionType.Year)
            {
                Own(owners[candidate.Block] ??= new Candidate?[context.Blocks[candidate.Block].Words.Count], context.Blocks[candidate.Block], candidate);
            }
        }

        return new WordOwners(owners);
    }

    /// <summary>The owner of a word, or null.</summary>
    public Candidate? this[TextBlock block, int word] => _owners[block.Number] is { } owners && word >= 0 && word < owners.Length ? owners[word] : null;

    private static void Own(Candidate?[] owners, TextBlock block, Candidate candidate)
    {
        for (var i = FirstWord(block, candidate.Span.Start); i < owners.Length && block.Words[i].Start < candidate.Span.End; i++)
        {
            if (owners[i] is not { } other || (candidate.Span.Length, candidate.Trust).CompareTo((other.Span.Length, other.Trust)) > 0)
            {
                owners[i] = candidate;
            }
        }
    }

    // The first word that ends after the span's start.
    private static int FirstWord(TextBlock block, int start)
    {
        int low = 0, high = block.Words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (block.Words[middle].End <= start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
