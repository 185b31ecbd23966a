using System.Globalization;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>The files embedded in a PDF, in its list of them or on its pages (ISO 32000-1, 7.11.4 and 12.5.6.15), by poppler's <c>pdfdetach</c>.</summary>
/// <remarks>Each is saved by its number under a name of ours: the names in the file are hostile, and may be equal.</remarks>
internal sealed class PdfMembers : IMemberList
{
    private const string Program = "pdfdetach";
    private const int CannotOpen = 1;

    private static readonly TimeSpan ListTime = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(2);

    private readonly ProgramRunner _programs;
    private readonly WorkFolder _folder = new();
    private readonly string _source;
    private readonly string _file;
    private readonly IReadOnlyList<string> _names;
    private readonly ExpansionBudget _budget;
    private readonly long _end = Environment.TickCount64 + (long)MostTime.TotalMilliseconds;
    private int _next;

    private PdfMembers(SourceFile source, ProgramRunner programs, IReadOnlyList<string> names, ExpansionBudget budget)
    {
        (_programs, _names, _budget, _source) = (programs, names, budget, source.Name);
        _file = _folder.Write("source.pdf", source.Content.Span);
    }

    /// <summary>How to list what is embedded; null where nothing is, and where the file cannot be opened at all, which whoever reads it will say.</summary>
    public static Func<ExpansionBudget, IMemberList>? Of(SourceFile source, ProgramRunner programs)
    {
        if (!MayEmbed(source.Content.Span) || (programs.Find(Program) is null && programs.Find("pdftotext") is null))
        {
            return null;
        }

        try
        {
            return List(source, programs) is { Count: > 0 } names ? budget => new PdfMembers(source, programs, names, budget) : null;
        }
        catch (ExtractionException e)
        {
            return _ => throw new ExtractionException($"the files embedded in it cannot be listed: {e.Message}", e);
        }
    }

    /// <inheritdoc/>
    public RawMember? Next()
    {
        while (_next < _names.Count)
        {
            if (Environment.TickCount64 >= _end)
            {
                throw new ExtractionException($"to take out the files embedded in it takes more than {MostTime.TotalSeconds:0} seconds; {_names.Count - _next} of {_names.Count} are left out");
            }

            var name = MemberNames.OfAttachment(_names[_next], ++_next);
            if (Save(name) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    // What embeds files names them in dictionaries, which newer files pack into streams of objects.
    private static bool MayEmbed(ReadOnlySpan<byte> pdf) => pdf.IndexOf("/EF"u8) >= 0 || pdf.IndexOf("/ObjStm"u8) >= 0;

    private static List<string> List(SourceFile source, ProgramRunner programs)
    {
        using var folder = new WorkFolder();
        var result = programs.Run(Call(source.Name, folder, "-list", "-enc", "UTF-8", folder.Write("source.pdf", source.Content.Span)), CancellationToken.None);
        return result.ExitCode is 0 or CannotOpen ? Names(result.Value) : throw new ExtractionException(result.Reason);
    }

    // "2 embedded files", then a line for each: "1: name". A name may hold line ends.
    private static List<string> Names(string output)
    {
        var names = new List<string>();
        foreach (var line in output.Split('\n').Skip(1))
        {
            var start = string.Create(CultureInfo.InvariantCulture, $"{names.Count + 1}: ");
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                names.Add(line[start.Length..]);
            }
            else if (names.Count > 0 && line.Length > 0)
            {
                names[^1] += " " + line;
            }
        }

        return names;
    }

    private RawMember? Save(string name)
    {
        var saved = new FileInfo(_folder.File("member"));
        try
        {
            var number = _next.ToString(CultureInfo.InvariantCulture);
            var result = _programs.Run(Call(_source, _folder, "-save", number, "-o", saved.FullName, _file), CancellationToken.None);
            saved.Refresh();
            return result.ExitCode == 0 && saved.Exists ? Read(name, saved) : new RawMember(name, default, $"it cannot be taken out of the PDF ({result.Reason})");
        }
        catch (ExtractionException e)
        {
            return new RawMember(name, default, $"it cannot be taken out of the PDF: {e.Message}");
        }
        finally
        {
            saved.Delete();
        }
    }

    private RawMember? Read(string name, FileInfo saved)
    {
        if (_budget.TooLarge(saved.Length) is { } failure)
        {
            return new RawMember(name, default, failure);
        }

        if (!_budget.HasRoom(name, saved.Length))
        {
            return null;
        }

        _budget.TakeBytes(saved.Length);
        return new RawMember(name, File.ReadAllBytes(saved.FullName));
    }

    private static ProgramCall Call(string source, WorkFolder folder, params string[] arguments) =>
        new(Program, arguments, folder.Path) { Format = "what is embedded in a PDF", Package = "poppler-utils", Source = source, Timeout = ListTime };
}
