namespace PolicySearch.Engine.Formats;

/// <summary>Postings: which documents have a term (<c>docs</c>), how often (<c>freqs</c>) and where (<c>positions</c>), in three files so that each is read only when needed.</summary>
/// <remarks>
/// A term's postings are cut into blocks of <see cref="BlockSize"/> documents; what is left over is the tail. The term dictionary keeps an offset in each file.
/// A term of one document has no entry in <c>docs</c> and <c>freqs</c>: its document stands in the dictionary, its frequency is the term's total. A keyword field is in <c>docs</c> only.
/// <code>
/// docs       table: for each block of a term that has a full one, the tail too  last document u32, end of the block u32 (from the end of the table)
///            blocks: width u8 (0..31), LanePacking of document - document before - 1 (before the first: -1);
///              or 32, words u64 with a bit for each document, the first word beginning at (document before + 1) rounded down to 64
///            tail: varints of the same differences
/// freqs      table: for the same blocks  end of the block u32 (from the end of the table), six frequencies u8 (255: that or more) and six norms u8 of <see cref="Impacts"/>
///            blocks: width u8 (0..30), LanePacking of frequency - 1;
///              or width + 64, LanePacking of the low bits of the same, number of patches u8 (1..24), their places u8, their high bits u8
///            tail: width u8 (0..30), FlatPacking of frequency - 1
/// positions  table: for each block but the last, the tail counting as one  end of the block u64 (from the end of the table)
///            blocks: width u8 (0..31), FlatPacking of all the block's positions; the first of a document as it is, the others minus the one before
/// </code>
/// A bit set is taken where it is not larger than packed differences. A position is found without reading those before it: its number in its block is the sum
/// of the frequencies before it, and its width is fixed. The meta part of each of the files is empty.
/// <para>History: freqs 3: patches; tails were varints before. docs 2, freqs 2: tails in the tables, bit sets, impacts. Version 1 had no bit sets, and tables of full blocks only, without impacts.</para>
/// </remarks>
internal static class PostingsFormat
{
    public const int Lanes = 8;
    public const int BlockSize = LanePacking.Rows * Lanes;
    public const int DocsEntry = 8;
    public const int FreqsEntry = 4 + (2 * Impacts.Count);
    public const int FreqsEntryOfVersion1 = 4;
    public const int PositionsEntry = 8;
    public const int MaxDocWidth = 31;

    /// <summary>Stands in the place of a block's width where the block is a bit set.</summary>
    public const int BitSetBlock = 32;
    public const int MaxFreqWidth = 30;
    public const int MaxPositionWidth = 31;

    /// <summary>From this version of <c>freqs</c> on, tails have a width.</summary>
    public const int FlatTails = 3;

    /// <summary>Most bytes of a varint that fits an <see cref="int"/>.</summary>
    public const int MaxVarint = 5;

    /// <summary>Words of a bit set for documents after <paramref name="before"/> up to <paramref name="last"/>.</summary>
    public static int BitSetWords(int before, int last) => (last >> 6) - ((before + 1) >> 6) + 1;

    /// <summary>Blocks in the tables of <c>docs</c> and <c>freqs</c>.</summary>
    public static int TableLength(int docFreq, int version) =>
        version == 1 || docFreq < BlockSize ? docFreq / BlockSize : (docFreq + BlockSize - 1) / BlockSize;

    public static readonly FileFormat Docs = new("postings docs", 2, 1);
    public static readonly FileFormat Freqs = new("postings freqs", 3, 1);
    public static readonly FileFormat Positions = new("postings positions", 1, 1);
}
