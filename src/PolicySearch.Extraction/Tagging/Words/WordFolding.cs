namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>Folds a word for comparison: lower case, half-width, without accents and apostrophes.</summary>
internal static class WordFolding
{
    /// <summary>Longer words are in no list.</summary>
    public const int MaxLength = 48;

    // Pairs of an accented letter and its base, for the Latin letters of European names and romanised Asian ones.
    private const string Accents =
        "àaáaâaãaäaåaāaăaąaçcćcčcďdđdèeéeêeëeēeęeěeìiíiîiïiīiıiłlñnńnňnòoóoôoõoöoøoōoőořrśsşsšsßsţtťtùuúuûuüuūuůuűuýyÿyźzżzžz";

    private static readonly char[] Bases = MakeBases();

    /// <summary>Writes the folded form of <paramref name="word"/> into <paramref name="target"/>, at least <see cref="MaxLength"/> long.</summary>
    /// <returns>The folded length, or -1 for a word that is too long.</returns>
    public static int Fold(ReadOnlySpan<char> word, Span<char> target)
    {
        var length = 0;
        foreach (var unit in word)
        {
            if (IsApostrophe(unit) || unit == '.')
            {
                continue;
            }

            if (length == MaxLength)
            {
                return -1;
            }

            target[length++] = Fold(unit);
        }

        Respell(target[..length]);
        return length;
    }

    /// <summary>Spells a folded word in one way where English has two: organisation, organization.</summary>
    public static void Respell(Span<char> folded)
    {
        var at = folded.IndexOf("isation");
        if (at > 0)
        {
            folded[at + 1] = 'z';
        }
    }

    /// <summary>The folded form of one code unit.</summary>
    public static char Fold(char unit)
    {
        if (unit < 0x80)
        {
            return unit is >= 'A' and <= 'Z' ? (char)(unit | 0x20) : unit;
        }

        if (unit is >= '\uFF01' and <= '\uFF5E')
        {
            return Fold((char)(unit - 0xFEE0));
        }

        if (unit >= '\u4E00')
        {
            return HanVariants.Fold(unit);
        }

        var lower = char.ToLowerInvariant(unit);
        return lower < Bases.Length ? Bases[lower] : lower;
    }

    /// <summary>Whether the code unit is used as an apostrophe.</summary>
    public static bool IsApostrophe(char unit) => unit is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '\uFF07';

    private static char[] MakeBases()
    {
        var bases = new char[0x180];
        for (var i = 0; i < bases.Length; i++)
        {
            bases[i] = (char)i;
        }

        for (var i = 0; i + 1 < Accents.Length; i += 2)
        {
            bases[Accents[i]] = Accents[i + 1];
        }

        return bases;
    }
}
