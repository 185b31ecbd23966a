using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;
using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds Japanese names of policy instruments by their last word: 計画, 事業, 補助金, 法.</summary>
internal sealed class JapaneseProgrammeFinder
{
    // Four Han before 事業 are mostly a description: 職業紹介事業.
    private const int LongStem = 6;

    private readonly NameBounds _bounds;
    private readonly CommonWords _common;
    private readonly WordTable<Strength> _heads;
    private readonly WordTable<bool> _methods;
    private readonly HashSet<string> _genericLaws;

    public JapaneseProgrammeFinder(Lexicon lexicon, NameBounds bounds, CommonWords common)
    {
        _bounds = bounds;
        _common = common;
        _methods = new WordTable<bool>(lexicon.EastAsian("ja_not_law").Select(word => (word, true)));
        _genericLaws = new HashSet<string>(lexicon.EastAsian("ja_generic_law"), StringComparer.Ordinal);
        _heads = new WordTable<Strength>(
        [
            ("法", Strength.Law), ("法律", Strength.Law), ("条例", Strength.Local),
            .. lexicon.EastAsian("ja_programme_strong").Select(word => (word, Strength.Strong)),
            .. lexicon.EastAsian("ja_programme_weak").Select(word => (word, Strength.Weak)),
            .. lexicon.EastAsian("ja_programme_local").Select(word => (word, Strength.Local)),
        ]);
    }

    private enum Strength
    {
        /// <summary>A name after three common words or any other word (プロジェクト, 補助金).</summary>
        Strong,

        /// <summary>Ends many descriptions (事業, 計画): a name after four common words or any other.</summary>
        Weak,

        /// <summary>A name only with a place (みやぎ…税, …県…条例).</summary>
        Local,

        /// <summary>A law, unless it is a method.</summary>
        Law,

        /// <summary>With a year behind it, a name after two common words or any other.</summary>
        Edition,
    }

    /// <summary>Adds the instruments of a block.</summary>
    public void Find(TaggingContext context, JoinedText text, KnownSpans known)
    {
        var span = text.Span;
        for (var at = 3; at <= span.Length; at++)
        {
            if (!_heads.TryMatchEnd(span, at, out var length, out var strength))
            {
                continue;
            }

            var end = EditionEnd(span, at);
            if (!_bounds.MayEnd(span, end))
            {
                continue;
            }

            var start = AfterListed(span, _bounds.Start(span, at, at - length), at - length);
            start = OwnerEnd(text, known, start, at - length);
            start = strength == Strength.Law ? _bounds.BeforeAbout(span, start) : start;
            start = OwnerEnd(text, known, start, at - length);
            if (IsNamed(context, text, known, start, at - length, at, end > at ? Strength.Edition : strength))
            {
                context.Add(text.Block, MentionType.Programme, span[start..end].ToString(), text.ToSource(start), text.ToSourceEnd(end), Trust.Form, "rule:ja-programme");
            }
        }
    }

    private bool IsNamed(TaggingContext context, JoinedText text, KnownSpans known, int start, int head, int end, Strength strength)
    {
        var span = text.Span;
        var stem = span[start..head];
        if (stem.Length < 2 || IsPointing(stem))
        {
            return false;
        }

        return strength switch
        {
            Strength.Law => !_methods.TryMatchEnd(span[start..end], end - start, out _, out _) && !_genericLaws.Contains(span[start..end].ToString()),
            Strength.Edition => !_common.IsMadeOf(stem, 1),
            Strength.Strong => (stem.Length > 2 || !Scripts.IsHan(stem[0])) && !_common.IsMadeOf(stem, 2),
            Strength.Weak => ((stem.Length >= LongStem || IsMixed(stem)) && !_common.IsMadeOf(stem, 3)) || IsNew(stem),
            _ => IsLocal(context, text, known, start, stem),
        };
    }

    // "同法", "次計画", "各事業": one spoken of before, or several; but 次世代… and 全国… are words of names.
    private static bool IsPointing(ReadOnlySpan<char> stem) =>
        stem[0] is '同' or '両' or '各' or '当' or '本' or '全' or '次' or '他' && !(stem.StartsWith("次世代") || stem.StartsWith("全国") || stem.StartsWith("本州"));

    // "新港湾創造戦略": what is called new is one of a series, unless it is any new product's.
    private bool IsNew(ReadOnlySpan<char> stem) => stem.Length > 4 && stem[0] == '新' && !_common.IsMadeOf(stem, 3) && !_common.IsMadeOf(stem[1..], 3);

    // "エコ計画", "第3次防災計画": not Han alone.
    private static bool IsMixed(ReadOnlySpan<char> stem)
    {
        foreach (var unit in stem)
        {
            if (!Scripts.IsHan(unit) && stem.Length > 2)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLocal(TaggingContext context, JoinedText text, KnownSpans known, int start, ReadOnlySpan<char> stem)
    {
        var place = known.StartingAt(text.ToSource(start));
        return stem.Length >= 4 && (place?.Type == MentionType.Place || (Scripts.IsHiragana(context.Text[text.ToSource(start)]) && !_common.IsMadeOf(stem, 2)));
    }

    // "入管法・難民法": what stands before the dot is a name of its own.
    private int AfterListed(ReadOnlySpan<char> span, int start, int head)
    {
        var dot = span[start..head].LastIndexOf('・');
        return dot > 0 && _heads.TryMatchEnd(span, start + dot, out var length, out _) && dot > length + 1 ? start + dot + 1 : start;
    }

    // "文部科学省科学研究費補助金": the owner is a mention of its own.
    private static int OwnerEnd(JoinedText text, KnownSpans known, int start, int head)
    {
        for (var at = head; at > start; at--)
        {
            if (known.EndingAt(text.ToSourceEnd(at)) is { Type: MentionType.Ministry or MentionType.Agency or MentionType.Organisation } owner && owner.Span.Start == text.ToSource(start))
            {
                return text[at] is 'の' or '・' ? at + 1 : at;
            }
        }

        return start;
    }

    // "未来戦略2031": a year behind the name belongs to it.
    private static int EditionEnd(ReadOnlySpan<char> text, int end)
    {
        var digits = Digits.RunEnd(text, end);
        return digits - end == 4 && (digits == text.Length || (text[digits] != '年' && !char.IsAsciiLetter(text[digits]))) ? digits : end;
    }
}
