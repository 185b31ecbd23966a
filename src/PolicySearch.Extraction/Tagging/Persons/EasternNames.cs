using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Persons;

/// <summary>Names that begin with the surname: Park Chung-hee, Tan Boon Khai, Zhang Wei, Hayashi Yuriko.</summary>
internal static class EasternNames
{
    /// <summary>Whether words[first..last], parts of a name by their looks, begin with a surname.</summary>
    public static bool IsSurnameFirst(NameParts parts, IReadOnlyList<Word> words, int first, int last)
    {
        var more = last - first;
        if (more == 2 && words[last].Before == Gap.Hyphen && !words[last].IsCapital)
        {
            return words[first + 1].Before != Gap.Hyphen && (parts.IsEasternSurname(words[first]) || (parts.IsSyllable(words[first + 1]) && parts.IsSyllable(words[last])));
        }

        if (more == 2 && parts.IsEasternSurname(words[first]))
        {
            return parts.IsSyllable(words[first + 1]) && parts.IsSyllable(words[last]);
        }

        // In two words a plain English word would be taken for a syllable too easily: "Long Run", "Young Man".
        return more == 1 && words[last].Before != Gap.Hyphen
            && ((parts.IsEasternSurname(words[first]) && parts.IsSyllable(words[last]) && parts.IsUnlisted(words[first]) && parts.IsUnlisted(words[last]))
                || (parts.IsFamily(words[first]) && parts.IsGiven(words[last])));
    }
}
