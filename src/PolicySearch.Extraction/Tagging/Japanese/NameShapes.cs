using System.Buffers;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>What names of persons look like that the lists hold in part only. What stands beside them says how much is asked of them.</summary>
internal sealed class NameShapes(PersonNames names, CommonWords common)
{
    private const int Shortest = 3;
    private const int Longest = 5;

    /// <summary>What a body, a place or an office in front of a name ends in: 筑波大学橋本教授, 自民党岸田総裁, 元首相.</summary>
    public static readonly SearchValues<char> Closing = SearchValues.Create("学社省県都府市町村会所党行部課室局庁院長官授員臣相事理構関故元前現新同兼団");

    /// <summary>李強首相, 蔡英文総統: a surname of one letter.</summary>
    /// <param name="piece">The text before a title.</param>
    /// <param name="kind">What the title stands with.</param>
    /// <param name="surname">Length of the surname.</param>
    public bool IsShort(ReadOnlySpan<char> piece, TitleKind kind, out int surname)
    {
        surname = 1;
        return piece.Length is 2 or 3 && names.IsSurname(piece[..1]) && (kind == TitleKind.State || names.IsGiven(piece[1..]));
    }

    /// <summary>達増拓也知事, 松永守央理事長: one part is in the lists, the other is made as such names are.</summary>
    public bool IsRare(ReadOnlySpan<char> piece, out int surname)
    {
        surname = SurnameLength(piece);
        if (piece.Length is < Shortest or > Longest || piece[surname..].ContainsAny(Closing))
        {
            return false;
        }

        // A known surname may end as places do: 西村, 中村.
        var given = piece[surname..];
        return names.IsSurname(piece[..surname])
            ? names.IsMadeAsGiven(given)
            : given.Length == 2 && (names.IsGiven(given) || names.IsMadeAsGiven(given)) && !piece.ContainsAny(Closing) && !common.IsMadeOf(piece[..surname], 1) && !common.IsMadeOf(given, 1);
    }

    /// <summary>小林鷹之氏, 大臣の西村康稔: a known surname and a letter of given names, where a person is sure to stand.</summary>
    public bool IsLikely(ReadOnlySpan<char> piece, out int surname)
    {
        surname = SurnameLength(piece);
        return piece.Length is >= Shortest and <= Longest && !piece[surname..].ContainsAny(Closing) && names.IsSurname(piece[..surname]) && names.HasGivenLetter(piece[surname..]) && !common.IsMadeOf(piece[surname..], 1);
    }

    // Most surnames have two letters.
    private int SurnameLength(ReadOnlySpan<char> piece) => piece.Length == Longest && names.IsSurname(piece[..3]) ? 3 : Math.Min(2, piece.Length);
}
