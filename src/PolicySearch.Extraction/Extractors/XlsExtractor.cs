using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;
using PolicySearch.Extraction.Extractors.Legacy;
using PolicySearch.Extraction.Extractors.Office;

namespace PolicySearch.Extraction.Extractors;

/// <summary>Reads Excel workbooks of 1997 to 2003 (XLS) through ExcelDataReader, in any code page: each sheet is a page, its name a heading, its filled regions tables. Hidden sheets are left out.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
public sealed class XlsExtractor(ExtractionLimits? limits = null) : IExtractor
{
    private readonly ExtractionLimits _limits = limits ?? ExtractionLimits.Default;

    // The library asks the base library for code pages by number.
    static XlsExtractor() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <inheritdoc/>
    public string Name => "xls";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public bool CanRead(SourceFile source) => ContentSniffer.Sniff(source).Kind == ContentKind.Xls;

    /// <inheritdoc/>
    public Document Extract(SourceFile source, CancellationToken cancellationToken)
    {
        _limits.Check(source);
        var builder = new BlockTextBuilder();
        try
        {
            Read(source, new SheetWriter(builder, _limits, source.Name), cancellationToken);
        }
        catch (InvalidPasswordException e)
        {
            throw new ExtractionException($"{source.Name} is protected by a password; save a copy without it", e);
        }
        catch (Exception e) when (e is not (ExtractionException or OperationCanceledException))
        {
            // On damaged records the library throws whatever its code runs into.
            throw new ExtractionException($"{source.Name} is a damaged XLS workbook: {e.Message}", e);
        }

        return BuiltDocument.Create(builder, "application/vnd.ms-excel", SummaryInformation.Read(source.Content), source.Name);
    }

    private static void Read(SourceFile source, SheetWriter writer, CancellationToken cancellationToken)
    {
        var content = MemoryMarshal.TryGetArray(source.Content, out var array) ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false) : new MemoryStream(source.Content.ToArray());
        using var reader = ExcelReaderFactory.CreateBinaryReader(content, new ExcelReaderConfiguration { FallbackEncoding = LegacyEncodings.ByCodePage(1252) });
        var page = 0;
        do
        {
            page++;
            if (reader.VisibleState != "visible")
            {
                continue;
            }

            writer.BeginSheet(page, reader.Name);
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                writer.AddRow(Cells(reader));
            }
        }
        while (reader.NextResult());
    }

    private static List<(int Column, string Text)> Cells(IExcelDataReader reader)
    {
        var cells = new List<(int, string)>();
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (TextOf(reader, column) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                cells.Add((column, text));
            }
        }

        return cells;
    }

    private static string? TextOf(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        string text => text,
        DateTime date => NumberFormats.Show(date),
        double number => NumberFormats.Show(number, reader.GetNumberFormatString(column)),
        bool value => value ? "TRUE" : "FALSE",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
