using System.Globalization;
using PolicySearch.Extraction.Documents;
using PolicySearch.Text;

namespace PolicySearch.Service.Duplicates;

/// <summary>A passage's text as copies are compared by: its words, and of Han and Kana its single characters, as hashes. Case, width, marks, white space and line ends do not count.</summary>
internal sealed class TextUnits
{
    /// <summary>Units of a shingle: an edit of one unit touches so many shingles.</summary>
    private const int ShingleLength = 4;

    private const string HanNumerals = "〇一二三四五六七八九十百千万億兆";

    private readonly List<ulong> _units = [];
    private readonly List<ulong> _numbers = [];
    private ulong _word = HashMixing.Start;
    private bool _inWord;
    private bool _hasDigit;

    /// <summary>The units in order.</summary>
    public IReadOnlyList<ulong> Units => _units;

    /// <summary>Those that are or hold a number.</summary>
    public IReadOnlyList<ulong> Numbers => _numbers;

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
        for (var i = 0; i + ShingleLength <= _units.Count; i++)
        {
            var hash = HashMixing.Start;
            for (var j = 0; j < ShingleLength; j++)
            {
                hash = HashMixing.Add(hash, _units[i + j]);
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
                AddUnit(HashMixing.Finish(HashMixing.Add(HashMixing.Start, (ulong)codePoint)), HanNumerals.Contains((char)codePoint, StringComparison.Ordinal));
            }
            else if (IsInWord(codePoint, out var isDigit))
            {
                _inWord = true;
                _hasDigit |= isDigit;
                _word = HashMixing.Add(_word, (ulong)codePoint);
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
        if (_inWord)
        {
            AddUnit(HashMixing.Finish(_word), _hasDigit);
        }

        (_word, _inWord, _hasDigit) = (HashMixing.Start, false, false);
    }

    private void AddUnit(ulong unit, bool isNumber)
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
