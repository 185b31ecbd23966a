using System.Buffers;
using PolicySearch.Extraction.Tagging.Words;
using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Where a Japanese name begins and ends: particles in Hiragana bound it, but for words in Hiragana that names hold.</summary>
internal sealed class NameBounds
{
    /// <summary>Longer runs are no names.</summary>
    public const int MaxLength = 48;

    private const int MaxAbout = 90;

    // What particles, adverbs and inflected words end in.
    private static readonly SearchValues<char> KanaEndings = SearchValues.Create("のはがをにとでもやへなたるいくしてずばりよねかわらけれきんう");

    private readonly WordTable<bool> _kana;
    private readonly WordTable<bool> _followers;
    private readonly WordTable<bool> _openers;
    private readonly WordTable<bool> _about;
    private readonly WordTable<bool> _joining;
    private readonly WordTable<bool> _conjunctions;

    public NameBounds(Lexicon lexicon)
    {
        _kana = Table(lexicon, "ja_kana");
        _followers = Table(lexicon, "ja_follower", "ja_title");
        _openers = Table(lexicon, "ja_opener");
        _about = Table(lexicon, "ja_about");
        _joining = Table(lexicon, "ja_joining");
        _conjunctions = Table(lexicon, "ja_conjunction");
    }

    /// <summary>Whether a name may end before <paramref name="end"/>: no word goes on there but one that goes with names (等, 側, 会長).</summary>
    public bool MayEnd(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || !IsLetter(text[end]))
        {
            return true;
        }

        return _followers.MatchStart(text, end) > 0 || (text[end] == '長' && (end + 1 == text.Length || !IsLetter(text[end + 1])));
    }

    /// <summary>Where the name begins that ends before <paramref name="end"/>.</summary>
    /// <param name="text">The joined text.</param>
    /// <param name="end">One past the name's last code unit.</param>
    /// <param name="head">Where its last word begins: what stands from there is not looked at.</param>
    public int Start(ReadOnlySpan<char> text, int end, int head)
    {
        var limit = Math.Max(0, end - MaxLength);
        var at = head;
        while (at > limit)
        {
            var unit = text[at - 1];
            if (Scripts.IsHan(unit) || Scripts.IsKatakana(unit))
            {
                at--;
            }
            else if (IsLatin(unit))
            {
                at = TokenStart(text, at, limit);
            }
            else if (unit == '・' && at - 2 >= limit && at < text.Length && (IsLetter(text[at - 2]) || EndsInKana(text, at - 1)) && (IsLetter(text[at]) || _kana.MatchStart(text, at) > 0))
            {
                at--;
            }
            else if (_kana.TryMatchEnd(text, at, out var length, out _) && at - length >= limit)
            {
                at -= length;
            }
            else
            {
                break;
            }
        }

        return SkipOpeners(text, KanaStart(text, at, limit), head);
    }

    /// <summary>The start of a name that says in words what it is about (…の促進に関する特別措置法), whose part from <paramref name="start"/> on is known.</summary>
    public int BeforeAbout(ReadOnlySpan<char> text, int start)
    {
        if (!_about.TryMatchEnd(text, start, out var length, out _))
        {
            return start;
        }

        var limit = Math.Max(0, start - MaxAbout);
        var at = start - length;
        while (at > limit)
        {
            if (_kana.TryMatchEnd(text, at, out length, out _) || _joining.TryMatchEnd(text, at, out length, out _))
            {
                at -= length;
            }
            else if (IsLetter(text[at - 1]) || text[at - 1] == '・' || IsAdjective(text, at))
            {
                at--;
            }
            else
            {
                break;
            }
        }

        for (var skipped = true; skipped && at < start;)
        {
            skipped = _joining.TryMatchStart(text, at, out length, out _) && text[at] != '等';
            at += skipped ? length : 0;
        }

        return SkipOpeners(text, at, start);
    }

    // "円滑な移行の推進に関する法律"
    private static bool IsAdjective(ReadOnlySpan<char> text, int at) => text[at - 1] == 'な' && at > 1 && Scripts.IsHan(text[at - 2]) && at < text.Length && Scripts.IsHan(text[at]);

    /// <summary>Whether a word in Hiragana that names hold ends before <paramref name="end"/>.</summary>
    public bool EndsInKana(ReadOnlySpan<char> text, int end) => _kana.TryMatchEnd(text, end, out _, out _);

    /// <summary>Where a name ends that goes on from <paramref name="start"/>, as behind 株式会社: before a particle, a title or a mark.</summary>
    public int End(ReadOnlySpan<char> text, int start)
    {
        var limit = Math.Min(text.Length, start + MaxLength);
        var at = start;
        while (at < limit)
        {
            if (at > start && (text[at] == '等' || _followers.MatchStart(text, at) > 1))
            {
                break;
            }

            var unit = text[at];
            if (IsLetter(unit) || IsBlankInLatin(text, at, start, limit) || (unit is '・' or '-' or '&' or '＆' && at + 1 < limit && at > start && IsLetter(text[at + 1])))
            {
                at++;
            }
            else if (_kana.MatchStart(text, at) is var length and > 0)
            {
                at += length;
            }
            else if (at == start && Scripts.IsHiragana(unit))
            {
                at = KanaEnd(text, at, limit);
                if (at == start)
                {
                    break;
                }
            }
            else
            {
                break;
            }
        }

        return Math.Min(at, limit);
    }

    // "株式会社Acme Works"
    private static bool IsBlankInLatin(ReadOnlySpan<char> text, int at, int start, int limit) =>
        text[at] == ' ' && at > start && at + 1 < limit && char.IsAsciiLetter(text[at - 1]) && char.IsAsciiLetterUpper(text[at + 1]);

    /// <summary>Han, Katakana, a Latin letter or a digit.</summary>
    public static bool IsLetter(char unit) => Scripts.IsHan(unit) || Scripts.IsKatakana(unit) || IsLatin(unit);

    private static bool IsLatin(char unit) => char.IsAsciiLetterOrDigit(unit) || unit is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    // Right behind a legal form even an unknown word in Hiragana begins a name, if more of the name follows.
    private static int KanaEnd(ReadOnlySpan<char> text, int start, int limit)
    {
        const int MaxKana = 6;
        var at = start;
        while (at < limit && Scripts.IsHiragana(text[at]))
        {
            at++;
        }

        return at - start is >= 2 and <= MaxKana && at < limit && IsLetter(text[at]) ? at : start;
    }

    // An unknown word in Hiragana begins a name where a phrase begins, unless it looks like a conjunction or an adverb: "、さがみ産業機構".
    private int KanaStart(ReadOnlySpan<char> text, int start, int limit)
    {
        var at = start;
        while (at > limit && Scripts.IsHiragana(text[at - 1]))
        {
            at--;
        }

        var length = start - at;
        var begins = at == 0 || (at > limit && !IsLetter(text[at - 1]) && text[at - 1] != '・');
        return length is >= 3 and <= 5 && begins && !KanaEndings.Contains(text[start - 1]) && !_conjunctions.TryMatchEnd(text, start, out _, out _) ? at : start;
    }

    // Letters and digits: "SDGs", "TIA-nano", "第5"; a bare number is no part of a name, but behind 第 and in front of 世紀.
    private static int TokenStart(ReadOnlySpan<char> text, int end, int limit)
    {
        var at = end;
        var isNumber = true;
        while (at > limit && (IsLatin(text[at - 1]) || (text[at - 1] is '-' or '.' && at - 2 >= limit && IsLatin(text[at - 2]))))
        {
            at--;
            isNumber &= Digits.IsDigit(text[at]) || text[at] == '.';
        }

        if (isNumber && at > limit && text[at - 1] == '第')
        {
            return at - 1;
        }

        return at;
    }

    /// <summary>Where a name begins behind what stands before it without a particle: 平成29年度, 旧, 第7回.</summary>
    public int SkipOpeners(ReadOnlySpan<char> text, int start, int head)
    {
        while (start < head)
        {
            var next = SkipCount(text, start, head);
            if (next == start)
            {
                next = start + _openers.MatchStart(text, start);
            }

            if (next == start || next > head)
            {
                return start;
            }

            start = next;
        }

        return start;
    }

    // "2013年度", "第7回", "3機関": a number and what it counts; the edition of a plan (第5期, 第2次) stays.
    private static int SkipCount(ReadOnlySpan<char> text, int start, int head)
    {
        var at = text[start] == '第' ? start + 1 : start + Era(text[start..head]);
        var digits = Digits.RunEnd(text, at);
        digits += digits == at && at > start && text[at] == '元' ? 1 : 0;
        if (digits == at || digits >= head)
        {
            return start;
        }

        var after = text[digits..head];
        if (after.StartsWith("世紀") || char.IsAsciiLetter(after[0]) || (text[start] == '第' && after[0] is '期' or '次'))
        {
            return start;
        }

        foreach (var counter in Counters)
        {
            if (after.StartsWith(counter, StringComparison.Ordinal))
            {
                return digits + counter.Length;
            }
        }

        return digits;
    }

    // "平成22年度": an era only in front of a number, not in 明治大学.
    private static int Era(ReadOnlySpan<char> text)
    {
        const int Length = 2;
        return text.Length > Length && (Digits.IsDigit(text[Length]) || text[Length] == '元') && text[..Length] is "令和" or "平成" or "昭和" or "大正" or "明治" ? Length : 0;
    }

    private static readonly string[] Counters =
        ["年度末", "年度", "年代", "年", "月期", "月", "日", "億円", "万円", "百万円", "円", "回", "号", "件", "社", "名", "人", "か所", "カ所", "ヶ所", "箇所", "か国", "カ国", "ヵ国", "種類", "期", "次", "章", "条", "機関", "府省", "省庁"];

    private static WordTable<bool> Table(Lexicon lexicon, params string[] classes) =>
        new(classes.SelectMany(lexicon.EastAsian).Select(word => (word, true)));
}
