using System.Buffers;
using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds Japanese names of bodies by their last word (省, 庁, 機構, 大学) and by their legal form (公益財団法人, 株式会社).</summary>
internal sealed class JapaneseBodyFinder
{
    private static readonly SearchValues<char> Municipal = SearchValues.Create("都道府県市区町村");

    private readonly AuthorityIndex _authority;
    private readonly WordTable<Head> _heads;
    private readonly WordTable<MentionType> _legalForms;
    private readonly NameBounds _bounds;
    private readonly CommonWords _common;
    private readonly HashSet<string> _generic;
    private readonly WordTable<bool> _genericEndings;
    private readonly PersonTitles _titles;

    public JapaneseBodyFinder(AuthorityIndex authority, Lexicon lexicon, NameBounds bounds, CommonWords common)
    {
        _authority = authority;
        _bounds = bounds;
        _common = common;
        _generic = new HashSet<string>(lexicon.EastAsian("ja_generic"), StringComparer.Ordinal);
        _titles = new PersonTitles(lexicon);
        _genericEndings = new WordTable<bool>(lexicon.EastAsian("ja_generic_ending").Select(word => (word, true)));
        _heads = new WordTable<Head>(
        [
            .. Heads(lexicon, "ja_ministry", MentionType.Ministry, Strength.Strong),
            .. Heads(lexicon, "ja_agency", MentionType.Agency, Strength.Strong),
            .. Heads(lexicon, "ja_agency_weak", MentionType.Agency, Strength.Weak),
            .. Heads(lexicon, "ja_unit", MentionType.Agency, Strength.Unit),
            .. Heads(lexicon, "ja_organisation", MentionType.Organisation, Strength.Strong),
            .. Heads(lexicon, "ja_organisation_weak", MentionType.Organisation, Strength.Weak),
            .. Heads(lexicon, "ja_of_university", MentionType.Organisation, Strength.OfUniversity),
        ]);
        _legalForms = new WordTable<MentionType>(
        [
            .. lexicon.EastAsian("ja_legal_agency").Select(form => (form, MentionType.Agency)),
            .. lexicon.EastAsian("ja_legal_organisation").Select(form => (form, MentionType.Organisation)),
        ]);
    }

    private enum Strength
    {
        /// <summary>A name after any word that is not generic by itself (審議会, 大学).</summary>
        Strong,

        /// <summary>Also ends many common nouns (委員会, センター).</summary>
        Weak,

        /// <summary>A part of a university (学部, 研究科).</summary>
        OfUniversity,

        /// <summary>A part of a body (部, 課, 室): named only with what it belongs to.</summary>
        Unit,
    }

    /// <summary>Adds the bodies of a block.</summary>
    public void Find(TaggingContext context, JoinedText text, KnownSpans known)
    {
        var span = text.Span;
        for (var end = 2; end <= span.Length; end++)
        {
            if (_legalForms.TryMatchEnd(span, end, out var formLength, out var formType))
            {
                FindBehindLegalForm(context, text, known, end - formLength, end, formType);
            }

            if (_heads.TryMatchEnd(span, end, out var length, out var head) && _bounds.MayEnd(span, end) && !IsTitle(span, end))
            {
                FindByHead(context, text, known, end - length, end, head);
            }
            else if (span[end - 1] == '大' && _bounds.MayEnd(span, end))
            {
                FindShortUniversity(context, text, known, end);
            }
        }
    }

    // "多田分科会長": the title of a person.
    private bool IsTitle(ReadOnlySpan<char> span, int end)
    {
        if (end >= span.Length || span[end] != '長' || !_titles.EndsBefore(span, end + 1, out var length))
        {
            return false;
        }

        var start = end + 1 - length;
        for (var surname = 2; surname <= PersonNames.MaxFull && surname <= start; surname++)
        {
            var name = span[(start - surname)..start];
            var begins = start == surname || !Scripts.IsHan(span[start - surname - 1]);
            if (begins && (PersonNames.BuiltIn.IsSurname(name) || PersonNames.BuiltIn.SurnameLength(name) > 0))
            {
                return true;
            }
        }

        return false;
    }

    private void FindByHead(TaggingContext context, JoinedText text, KnownSpans known, int headStart, int end, Head head)
    {
        var span = text.Span;
        var start = AfterListed(span, _bounds.Start(span, end, headStart), headStart);
        var owner = OwnerEnd(text, known, start, headStart, head);
        start = owner > start ? _bounds.SkipOpeners(span, owner, headStart) : start;
        start = head.Strength == Strength.Weak ? _bounds.BeforeAbout(span, start) : start;
        var name = span[start..end];
        var stem = span[start..headStart];
        if (known.StartingAt(text.ToSource(start)) is { Entry: not null, Type: MentionType.Organisation } firm && firm.Span.End == text.ToSourceEnd(headStart)
            && _legalForms.TryMatchEnd(span, end, out _, out _))
        {
            // "ラピダス株式会社"
            context.Candidates.Add(firm with { Span = firm.Span with { End = text.ToSourceEnd(end) }, Evidence = firm.Evidence + "+form" });
        }
        else if (stem.Length >= 2 && !IsGeneric(name) && !(text[start - 1] == '」' && stem.Length == 2) && IsNamed(name, stem, head.Strength, owner > 0))
        {
            Add(context, text, TypeOf(text, known, start, name, head, owner > 0), start, end);
        }
    }

    // "高知大" for 高知大学, if that is known or its town is.
    private void FindShortUniversity(TaggingContext context, JoinedText text, KnownSpans known, int end)
    {
        const int MaxName = 8;
        var start = _bounds.Start(text.Span, end, end - 1);
        if (end - start is < 3 or > MaxName)
        {
            return;
        }

        var name = string.Concat(text.Span[start..end], "学");
        var place = known.EndingAt(text.ToSourceEnd(end - 1));
        if (_authority.Find(MentionType.Organisation, name) is { } entry)
        {
            context.Add(text.Block, MentionType.Organisation, entry.Id, text.ToSource(start), text.ToSourceEnd(end), Trust.Form, "rule:ja-university");
        }
        else if (place is { Type: MentionType.Place } && place.Span.Start == text.ToSource(start))
        {
            context.Add(text.Block, MentionType.Organisation, name, text.ToSource(start), text.ToSourceEnd(end), Trust.Form, "rule:ja-university");
        }
    }

    private bool IsGeneric(ReadOnlySpan<char> name) =>
        IsPlural(name) || _generic.Contains(name.ToString()) || _genericEndings.TryMatchEnd(name, name.Length, out _, out _);

    private bool IsNamed(ReadOnlySpan<char> name, ReadOnlySpan<char> stem, Strength strength, bool hasOwner)
    {
        if (char.IsAsciiLetter(stem[0]) && name.EndsWith("本部"))
        {
            // "JAIST産学官連携本部": a part of a body that goes by its short form.
            return false;
        }

        if (hasOwner)
        {
            return strength == Strength.Unit || stem.Length >= 4 || !_common.IsMadeOf(stem, 1);
        }

        return strength switch
        {
            Strength.Strong => !_common.IsMadeOf(stem, 1),
            Strength.Weak => (stem.Length > 2 || !Scripts.IsHan(stem[0])) && !_common.IsMadeOf(stem, 2),
            Strength.OfUniversity => stem.IndexOf("大学", StringComparison.Ordinal) >= 2,
            _ => IsOfMunicipality(stem) || (name.EndsWith("グループ") && IsMinistrysGroup(stem)),
        };
    }

    // "産業政策グループ" of a ministry is made of policy's common words; a firm's or a band's is not.
    private bool IsMinistrysGroup(ReadOnlySpan<char> stem) => stem.Length >= 5 && _common.IsMadeOf(stem, 5) && !_common.IsMadeOf(stem, 2);

    // "公益財団法人慶応会": named by what follows, whatever its last word.
    private void FindBehindLegalForm(TaggingContext context, JoinedText text, KnownSpans known, int start, int formEnd, MentionType type)
    {
        var span = text.Span;
        var end = _bounds.End(span, formEnd);
        if (end - formEnd < 2 || _common.IsMadeOf(span[formEnd..end], 1))
        {
            return;
        }

        // What the authority file knows behind the form is that body.
        var candidate = known.StartingAt(text.ToSource(formEnd));
        if (candidate is { Entry: not null, Type: MentionType.Agency or MentionType.Organisation } && candidate.Span.End <= text.ToSourceEnd(end))
        {
            context.Candidates.Add(candidate with { Span = candidate.Span with { Start = text.ToSource(start) }, Evidence = candidate.Evidence + "+form" });
            return;
        }

        Add(context, text, BodyTypes.Of(span[start..end], type), start, end);
    }

    // "文科省・経産省・農水省", "東京大学・京都大学": what stands before the dot is a name of its own, of a body or a person.
    private int AfterListed(ReadOnlySpan<char> span, int start, int headStart)
    {
        var dot = span[start..headStart].LastIndexOf('・');
        while (dot > 0)
        {
            // "山田花子・港湾大学教授"
            if (PersonNames.BuiltIn.SurnameLength(span.Slice(start, dot)) > 0)
            {
                return start + dot + 1;
            }

            if (_heads.TryMatchEnd(span, start + dot, out var length, out var head) && dot > length && head.Strength == Strength.Strong)
            {
                return start + dot + 1;
            }

            dot = span.Slice(start, dot).LastIndexOf('・');
        }

        return start;
    }

    // "経済産業省製造産業局", "内閣府の政策統括官室", "中小企業庁　経営支援部": the end of the known body that the name's body belongs to; 0 where there is none.
    private static int OwnerEnd(JoinedText text, KnownSpans known, int start, int headStart, Head head)
    {
        const int TellingStem = 3;
        var isBehindBlank = text[start - 1] is ' ' or '\u3000' && headStart - start >= TellingStem && !text.Span[headStart..].StartsWith("部長") && !text.Span[headStart..].StartsWith("課長");
        var before = text[start - 1] == 'の' || isBehindBlank ? start - 1 : start;
        if (before > 0 && head.Strength == Strength.Unit && IsOwner(known.EndingAt(text.ToSourceEnd(before)), head, headStart - start))
        {
            return start;
        }

        for (var at = headStart; at > start; at--)
        {
            if (known.EndingAt(text.ToSourceEnd(at)) is { } candidate && candidate.Span.Start >= text.ToSource(start) && IsOwner(candidate, head, headStart - at))
            {
                return at;
            }
        }

        return 0;
    }

    // A firm has a sales department and a newspaper one for the economy; only a longer name tells more than that.
    private static bool IsOwner(Candidate? candidate, Head head, int stemLength) =>
        candidate?.Type is MentionType.Ministry or MentionType.Agency || (candidate?.Type == MentionType.Organisation && head.Strength == Strength.Unit && stemLength > 2);

    // "茨城県企画部", "横浜市環境局"
    private static bool IsOfMunicipality(ReadOnlySpan<char> stem)
    {
        var at = stem.LastIndexOfAny(Municipal);
        return at >= 2 && stem.Length - at > 2;
    }

    private static MentionType TypeOf(JoinedText text, KnownSpans known, int start, ReadOnlySpan<char> name, Head head, bool hasOwner)
    {
        if (name.EndsWith("研究会") && known.StartingAt(text.ToSource(start))?.Type == MentionType.Place)
        {
            // Study groups are the ministries', but for those of a region.
            return MentionType.Organisation;
        }

        if (hasOwner)
        {
            return head.Type == MentionType.Organisation && !name.EndsWith("研究所", StringComparison.Ordinal) ? MentionType.Organisation : MentionType.Agency;
        }

        return BodyTypes.Of(name, head.Type);
    }

    private static void Add(TaggingContext context, JoinedText text, MentionType type, int start, int end) =>
        context.Add(text.Block, type, text.Span[start..end].ToString(), text.ToSource(start), text.ToSourceEnd(end), Trust.Form, "rule:ja-body");

    // "各研究機関", "関係省庁": several, none by name.
    private static bool IsPlural(ReadOnlySpan<char> name) =>
        name[0] is '各' or '同' or '両' or '当' or '全' or '諸' or '他' or '本' && !name.StartsWith("全国") && !name.StartsWith("全日本") && !name.StartsWith("本田") || name.StartsWith("関係") || name.StartsWith("複数");

    private static IEnumerable<(string, Head)> Heads(Lexicon lexicon, string name, MentionType type, Strength strength) =>
        lexicon.EastAsian(name).Select(word => (word, new Head(type, strength)));

    private readonly record struct Head(MentionType Type, Strength Strength);
}
