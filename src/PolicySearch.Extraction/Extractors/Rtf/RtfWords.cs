using System.Collections.Frozen;

namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>Control words by what they do to the text.</summary>
internal static class RtfWords
{
    private static readonly FrozenSet<string> Skipped = new[]
    {
        "colortbl", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "annotation", "atnid", "atnauthor", "atntime", "atnref",
        "xe", "tc", "tcn", "rxe", "listtable", "listoverridetable", "fldinst", "listtext", "pntext", "sp", "nonesttables", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "themedata", "do", "bkmkstart", "bkmkend",
    }.ToFrozenSet();

    /// <summary>The text of control words that stand for a sign.</summary>
    public static FrozenDictionary<string, string> Signs { get; } = new Dictionary<string, string>
    {
        ["tab"] = " ",
        ["~"] = "\u00A0",
        ["_"] = "-",
        ["emdash"] = "—",
        ["endash"] = "–",
        ["lquote"] = "‘",
        ["rquote"] = "’",
        ["ldblquote"] = "“",
        ["rdblquote"] = "”",
        ["bullet"] = "•",
        ["emspace"] = " ",
        ["enspace"] = " ",
        ["qmspace"] = " ",
        ["nestcell"] = " ",
    }.ToFrozenDictionary();

    /// <summary>The destination that a word opens; null for a word that opens none. One marked as optional that is not known here is passed over.</summary>
    public static RtfDestination? DestinationOf(string word, bool isOptional, RtfDestination current) => word switch
    {
        "fonttbl" => RtfDestination.Fonts,
        "stylesheet" => RtfDestination.Styles,
        "info" => RtfDestination.Info,
        "title" when current == RtfDestination.Info => RtfDestination.Title,
        "author" when current == RtfDestination.Info => RtfDestination.Author,
        "creatim" when current == RtfDestination.Info => RtfDestination.Created,
        "revtim" when current == RtfDestination.Info => RtfDestination.Saved,
        "footnote" => RtfDestination.Note,
        "shpinst" or "cs" => null,
        _ => isOptional || Skipped.Contains(word) ? RtfDestination.Skipped : null,
    };
}
