using System.Globalization;
using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Text;

namespace PolicySearch.Service.Duplicates;

/// <summary>A passage's text as copies are compared by: its words, and of Han and Kana its single characters, folded. Case, width, marks, white space and line ends do not count.</summary>
internal sealed class TextUnits
{
    /// <summary>Units of a shingle: an edit of one unit touches so many shingles.</summary>
    private const int ShingleLength = 4;

    private const string HanNumerals = "〇一二三四五六七八九十百千万億兆";

    private readonly List<string> _units = [];
    private readonly List<string> _numbers = [];
    private readonly StringBuilder _word = new();
    private bool _hasDigit;

    /// <summary>The units in order.</summary>
    public IReadOnlyList<string> Units => _units;

    /// <summary>Those that are or hold a number.</summary>
    public IReadOnlyList<string> Numbers => _numbers;

    /// <summary>The units of blocks.</summary>
    /// <param name="text">The document's text, or a part of it that holds the blocks.</param>
    /// <param name="textStart">Where <paramref name="text"/> starts in the document's text.</param>
    /// <param name="blocks">The blocks.</param>
    public static TextUnits Of(string text, int textStart, IEnumerable<Block> blocks)
    {
        var units = new TextUnits();
        foreach (var block in blocks)
        {
            units.Add(Folding.Fold(text.AsSpan(block.Span.Start - textStart, block.Span.Length)));
        }

        return units;
    }

    /// <summary>Every run of neighbouring units as a hash; a few more than one where there are at least that many units, else none.</summary>
    public IEnumerable<ulong> Shingles()
    {
        var hashes = _units.ConvertAll(HashMixing.Of);
        for (var i = 0; i + ShingleLength <= hashes.Count; i++)
        {
            var hash = HashMixing.Start;
            for (var j = 0; j < ShingleLength; j++)
            {
                hash = HashMixing.Add(hash, hashes[i + j]);
            }

            yield return HashMixing.Finish(hash);
        }
    }

    private void Add(string folded)
    {
        for (var i = 0; i < folded.Length;)
        {
            var codePoint = CodePoints.At(folded, i, out var length);
            if (Scripts.IsHanOrKana(codePoint))
            {
                EndWord();
                AddUnit(folded.Substring(i, length), length == 1 && HanNumerals.Contains(folded[i], StringComparison.Ordinal));
            }
            else if (IsInWord(codePoint, out var isDigit))
            {
                _hasDigit |= isDigit;
                _word.Append(folded, i, length);
            }
            else
            {
                EndWord();
            }

            i += length;
        }

        EndWord();
    }

    private void EndWord()
    {
        if (_word.Length > 0)
        {
            AddUnit(_word.ToString(), _hasDigit);
        }

        _word.Clear();
        _hasDigit = false;
    }

    private void AddUnit(string unit, bool isNumber)
    {
        _units.Add(unit);
        if (isNumber)
        {
            _numbers.Add(unit);
        }
    }

    private static bool IsInWord(int codePoint, out bool isDigit)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(codePoint);
        isDigit = category is UnicodeCategory.DecimalDigitNumber;
        return category is <= UnicodeCategory.SpacingCombiningMark or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber);
    }
}
