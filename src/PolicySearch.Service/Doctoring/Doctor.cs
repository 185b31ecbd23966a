using System.Globalization;
using PolicySearch.Engine;
using PolicySearch.Engine.Storage;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Programs;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service.Doctoring;

/// <summary>Says what is there of all that the program needs, and what to do about what is not. Changes nothing.</summary>
/// <param name="indexFolder">Folder of the index, which need not be there yet.</param>
/// <param name="options">Says which programs and languages are used.</param>
public sealed class Doctor(string indexFolder, ExtractionOptions options)
{
    /// <summary>Least free space on the index's disk, in bytes, below which it is a fault: 500 MB.</summary>
    public const long LeastFreeBytes = 500L * 1024 * 1024;

    private const string Install = "apt-get install ";

    /// <summary>Looks at everything.</summary>
    /// <param name="sources">Source roots that settings name, beside those that the index remembers.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public Diagnosis Look(IEnumerable<string> sources, CancellationToken cancellationToken = default)
    {
        var programs = ProgramInventory.Check(options, cancellationToken);
        var index = Index(out var roots);
        Finding[] findings =
        [
            .. programs.Select(Of),
            Network(),
            index,
            Writable(),
            Disk(),
            .. roots.Select(root => Source(root.Name, root.Folder)),
            .. sources.Select(RootSet.FolderOf).Where(folder => roots.All(root => root.Folder != folder)).Select(folder => Source(Path.GetFileName(folder), folder)),
        ];
        var missing = programs.Where(IsFault).Select(program => program.Package).Distinct(StringComparer.Ordinal).ToList();
        return new Diagnosis(Array.TrueForAll(findings, finding => finding.Ok), findings, missing.Count == 0 ? null : Install + string.Join(' ', missing));
    }

    private static bool IsFault(ProgramState program) => !program.IsThere && program.IsNeeded;

    private static Finding Of(ProgramState program)
    {
        var formats = string.Join(", ", program.Formats);
        var detail = program.IsThere ? $"{program.Version ?? "is there"}, for {formats}"
            : program.IsNeeded ? $"missing; not read without it: {formats}"
            : $"not there, and not needed for {formats}";
        return new Finding(program.Name, !IsFault(program), detail)
        {
            Version = program.Version,
            Formats = program.Formats,
            Fix = IsFault(program) ? Install + program.Package : null,
        };
    }

    private static Finding Network() => new(
        "network", true, ProgramInventory.ClosesNetwork ? "closed to the programs above" : "cannot be closed to the programs above on this system; LibreOffice is not used");

    private Finding Index(out IReadOnlyList<SourceRoot> roots)
    {
        roots = [];
        try
        {
            var catalogue = Catalogue.Load(new FileSystemDirectory(indexFolder));
            roots = new RootSet(catalogue.Roots).All;
            return catalogue.Generation == 0
                ? new Finding("index", true, $"none in {indexFolder} yet; 'policysearch ingest PATH' makes one")
                : new Finding("index", true, string.Create(CultureInfo.InvariantCulture, $"{catalogue.Documents.Count} documents, {catalogue.Passages} passages, {catalogue.Failures.Count} sources that could not be read"));
        }
        catch (Exception e) when (e is IndexException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new Finding("index", false, "cannot be read: " + e.Message.ReplaceLineEndings(" ")) { Fix = "policysearch ingest --rebuild" };
        }
    }

    // The folder is made when something is first written, so the nearest one above it says whether that can be done.
    private Finding Writable()
    {
        var folder = Existing();
        try
        {
            using var probe = new FileStream(Path.Combine(folder, $".writable-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new Finding("write permission", true, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding("write permission", false, $"the index cannot be written: {e.Message}");
        }
    }

    private Finding Disk()
    {
        try
        {
            var free = new DriveInfo(Existing()).AvailableFreeSpace;
            var detail = string.Create(CultureInfo.InvariantCulture, $"{free / (1024 * 1024)} MB free where the index is");
            return new Finding("disk", free >= LeastFreeBytes, free >= LeastFreeBytes ? detail : $"{detail}; at least {LeastFreeBytes / (1024 * 1024)} MB are needed to merge and to rebuild");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new Finding("disk", true, "its free space cannot be told: " + e.Message);
        }
    }

    private string Existing()
    {
        var folder = Path.GetFullPath(indexFolder);
        while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
        {
            folder = parent;
        }

        return folder;
    }

    private static Finding Source(string name, string folder)
    {
        var title = "source " + name;
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault();
            return new Finding(title, true, folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Finding(title, false, $"cannot be reached: {e.Message}");
        }
    }
}
