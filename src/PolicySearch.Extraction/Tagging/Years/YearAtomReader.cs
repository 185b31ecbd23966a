namespace PolicySearch.Extraction.Tagging.Years;

/// <summary>Reads single year expressions: 2001, 2001-05, late 1990s, FY2016, fiscal 2009, 2013年度, 平成30年度, Heisei 13, 二〇一〇年.</summary>
internal static class YearAtomReader
{
    /// <summary>Whether an expression may begin at <paramref name="at"/>.</summary>
    public static bool MayStart(ReadOnlySpan<char> text, int at)
    {
        var unit = text[at];
        return char.IsAsciiLetter(unit)
            ? (Eras.MayStart(unit) || DecadeReader.MayStartWord(unit)) && !char.IsAsciiLetterOrDigit(Beside.At(text, at - 1))
            : Digits.IsDigit(unit) || Eras.MayStart(unit) || HanYears.MayStart(unit);
    }

    /// <summary>Reads the expression whose number or name starts at <paramref name="at"/>.</summary>
    /// <param name="text">The block's text.</param>
    /// <param name="at">A digit that no digit precedes, or the first letter of an era or of a number in words.</param>
    /// <param name="previous">The expression before, if any.</param>
    /// <param name="era">The era that the document has named last, if any.</param>
    /// <param name="end">Where the reader may go on: after the expression, or after the number that is no year.</param>
    public static YearAtom? Read(ReadOnlySpan<char> text, int at, YearAtom? previous, Era? era, out int end)
    {
        if (Digits.IsDigit(text[at]))
        {
            return ReadNumber(text, at, previous, era, out end);
        }

        if (HanYears.MayStart(text[at]))
        {
            return HanYears.Read(text, at, out end);
        }

        var ofEra = EraReader.Read(text, at, out end);
        return ofEra is null && DecadeReader.MayStartWord(text[at]) ? DecadeReader.ReadWord(text, at, out end) : ofEra;
    }

    private static YearAtom? ReadNumber(ReadOnlySpan<char> text, int at, YearAtom? previous, Era? era, out int end)
    {
        end = Digits.RunEnd(text, at);
        return (end - at) switch
        {
            1 => ShortYears.Read(text, at, ref end, previous) ?? ShortYears.ReadOfEra(text, at, ref end, era),
            2 => ShortYears.Read(text, at, ref end, previous) ?? ShortYears.ReadOfEra(text, at, ref end, era) ?? ReadShortFiscal(text, at, ref end) ?? DecadeReader.ReadShort(text, at, ref end, previous),
            4 => ReadLong(text, at, ref end),
            5 or 6 when MonthNames.EndsWithMonth(text, at) => ReadNoted(text, at, ref end),
            _ => null,
        };
    }

    private static YearAtom? ReadLong(ReadOnlySpan<char> text, int at, ref int end)
    {
        var year = Digits.Value(text[at..end]);
        if (!YearContext.IsYear(text, at, end, year))
        {
            return null;
        }

        return DecadeReader.ReadLong(text, at, year, ref end) ?? ReadYear(text, at, year, ref end);
    }

    // "January 20181": the mark of a note stands on the line.
    private static YearAtom? ReadNoted(ReadOnlySpan<char> text, int at, ref int end)
    {
        var year = Digits.Value(text[at..(at + 4)]);
        return year is >= YearContext.FirstYear and <= YearContext.LastYear ? new YearAtom(at, at + 4, year, year, YearBasis.Calendar) : null;
    }

    private static YearAtom? ReadYear(ReadOnlySpan<char> text, int at, int year, ref int end)
    {
        if (!YearContext.MayBeYear(text, at, end) || NumberGroups.IsCode(text, at, end) || PageRanges.IsPage(text, at, end))
        {
            return null;
        }

        var last = YearTail.Read(text, year, ref end);
        var basis = YearBasis.Calendar;
        YearMark.Read(text, ref end, ref basis);
        var start = FiscalWords.Prefix(text, at);
        if (start < at)
        {
            basis = YearBasis.Fiscal;
        }
        else if (FiscalWords.Suffix(text, end) is var suffix && suffix > end)
        {
            basis = YearBasis.Fiscal;
            end = suffix;
        }
        else if (last == year + 1 && FiscalWords.IsBudget(text, at, end))
        {
            basis = YearBasis.Fiscal;
        }

        return new YearAtom(start, end, year, last, basis);
    }

    // "FY16", "FY'16", "FY05-06".
    private static YearAtom? ReadShortFiscal(ReadOnlySpan<char> text, int at, ref int end)
    {
        var start = Beside.WordBefore(text, at, "FY", mayTouch: true);
        start = start == at ? Beside.WordBefore(text, at, "JFY", mayTouch: true) : start;
        var next = Beside.At(text, end);
        if (start == at || next == '%' || (next == '.' && Digits.IsDigit(Beside.At(text, end + 1))) || (char.IsAsciiLetterOrDigit(next) && !YearContext.IsTerm(text, end)))
        {
            return null;
        }

        var value = Digits.Value(text[at..end]);
        var year = value < 60 ? 2000 + value : 1900 + value;
        var last = YearTail.Read(text, year, ref end);
        return new YearAtom(start, end, year, last, YearBasis.Fiscal);
    }
}
