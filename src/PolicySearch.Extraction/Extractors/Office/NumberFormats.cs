using System.Globalization;
using System.Xml.Linq;
using PolicySearch.Extraction.Extractors.Packages;

namespace PolicySearch.Extraction.Extractors.Office;

/// <summary>Shows a workbook's numbers as people see them: dates as dates, shares as percentages.</summary>
internal sealed class NumberFormats
{
    private const double LastDay = 2_958_466;

    private readonly List<NumberForm> _forms = [];
    private readonly double _firstDay;

    /// <summary>Reads the part with the styles; null for a workbook without one.</summary>
    /// <param name="part">The part.</param>
    /// <param name="since1904">Whether days are counted from 1904.</param>
    public NumberFormats(XElement? part, bool since1904)
    {
        _firstDay = since1904 ? 1462 : 0;
        var codes = new Dictionary<int, string>();
        foreach (var format in part?.Child("numFmts")?.Elements() ?? [])
        {
            codes[format.Number("numFmtId", -1)] = format.Value("formatCode") ?? "";
        }

        foreach (var style in part?.Child("cellXfs")?.Elements() ?? [])
        {
            _forms.Add(FormOf(style.Number("numFmtId", 0), codes));
        }
    }

    /// <summary>A cell's number as text; text that is no number stays.</summary>
    /// <param name="value">What the cell holds.</param>
    /// <param name="style">Number of its style, or -1.</param>
    public string Show(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return value;
        }

        var form = style >= 0 && style < _forms.Count ? _forms[style] : NumberForm.Plain;
        return form switch
        {
            NumberForm.Date when number + _firstDay is >= 1 and < LastDay => Show(DateTime.FromOADate(number + _firstDay)),
            _ => Show(number, form),
        };
    }

    /// <summary>A number as text, as its format shows it.</summary>
    /// <param name="number">The number.</param>
    /// <param name="code">The format's code; null for none.</param>
    public static string Show(double number, string? code) => Show(number, FormOf(code ?? ""));

    /// <summary>A date as text, with its time where it has one.</summary>
    public static string Show(DateTime date) => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Show(double number, NumberForm form) => form == NumberForm.Percent
        ? (number * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%"
        : number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static NumberForm FormOf(int id, Dictionary<int, string> codes) => id switch
    {
        9 or 10 => NumberForm.Percent,
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => NumberForm.Date,
        _ => codes.TryGetValue(id, out var code) ? FormOf(code) : NumberForm.Plain,
    };

    // Without what stands in quotation marks and brackets: "yyyy/m/d" is a date, "0.0 \"days\"" is not.
    private static NumberForm FormOf(string code)
    {
        var isQuoted = false;
        var inBrackets = false;
        foreach (var c in code)
        {
            isQuoted ^= c == '"';
            inBrackets = c == '[' || (inBrackets && c != ']');
            if (!isQuoted && !inBrackets && c is '%' or 'y' or 'Y' or 'd' or 'D')
            {
                return c == '%' ? NumberForm.Percent : NumberForm.Date;
            }
        }

        return NumberForm.Plain;
    }

    private enum NumberForm
    {
        Plain,
        Percent,
        Date,
    }
}
