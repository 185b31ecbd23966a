using System.Text.Json;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Programs;

namespace PolicySearch.Host.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly CommandRunner _runner = new();

    [Fact]
    public async Task What_is_missing_is_said_with_its_formats_and_the_command_that_installs_it()
    {
        Directory.CreateDirectory(_runner.Folder + "/none");
        _runner.Settings = _runner.Settings with { Extraction = new ExtractionOptions { Programs = new ProgramLimits { Folder = _runner.Folder + "/none" } } };
        var (exit, output, _) = await _runner.RunAsync("doctor");

        Assert.Equal(1, exit);
        Assert.Matches("FAULT  pdftotext +missing; not read without it: PDF; apt-get install poppler-utils\n", output);
        Assert.Matches("FAULT  tesseract jpn +missing; not read without it: scanned PDF, PNG, JPEG, TIFF; apt-get install tesseract-ocr-jpn\n", output);
        Assert.Matches("FAULT  catdoc +missing; not read without it: DOC; apt-get install catdoc\n", output);
        Assert.Matches("ok     soffice +not there, and not needed for DOC\n", output);
        Assert.EndsWith("to install what is missing: apt-get install poppler-utils tesseract-ocr tesseract-ocr-eng tesseract-ocr-jpn catdoc\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_there_is_said_with_its_version()
    {
        FakePrograms();
        _runner.Write("a.txt", "The plan.");
        await _runner.RunAsync("ingest", _runner.Docs);
        var (exit, output, _) = await _runner.RunAsync("doctor", "--json");
        using var json = JsonDocument.Parse(output);
        var findings = json.RootElement.GetProperty("findings").EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!);

        Assert.Equal(0, exit);
        Assert.True(json.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("fix").ValueKind);
        Assert.Equal("1.2.3", findings["pdftotext"].GetProperty("version").GetString());
        Assert.Equal(["scanned PDF", "PNG", "JPEG", "TIFF"], findings["tesseract"].GetProperty("formats").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal("1 documents, 1 passages, 0 sources that could not be read", findings["index"].GetProperty("detail").GetString());
        Assert.Equal(_runner.Docs, findings["source docs"].GetProperty("detail").GetString());
        Assert.Contains("MB free", findings["disk"].GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_gone_and_an_index_that_cannot_be_written_are_faults()
    {
        FakePrograms();
        _runner.Write("a.txt", "The plan.");
        await _runner.RunAsync("ingest", _runner.Docs);
        Directory.Delete(_runner.Docs, recursive: true);

        var (exit, output, _) = await _runner.RunAsync("doctor");
        Assert.Equal(1, exit);
        Assert.Matches("FAULT  source docs +cannot be reached", output);

        File.WriteAllText(Path.Combine(_runner.Folder, "file"), "");
        (exit, output, _) = await _runner.RunAsync("doctor", "--index", Path.Combine(_runner.Folder, "new"));
        Assert.Equal(0, exit);
        Assert.Matches("ok     index +none in .*new yet; 'policysearch ingest PATH' makes one", output);
        Assert.False(Directory.Exists(Path.Combine(_runner.Folder, "new")));
    }

    [Fact]
    public async Task A_damaged_index_is_a_fault_with_what_mends_it()
    {
        FakePrograms();
        Directory.CreateDirectory(_runner.Index);
        await File.WriteAllBytesAsync(Path.Combine(_runner.Index, "commit-1"), [1, 2, 3]);

        var (exit, output, _) = await _runner.RunAsync("doctor");
        Assert.Equal(1, exit);
        Assert.Matches("FAULT  index +cannot be read: .*; policysearch ingest --rebuild\n", output);
    }

    [Fact]
    public async Task Limits_of_the_settings_are_those_of_extraction()
    {
        _runner.Settings = _runner.Settings with { Extraction = new ExtractionOptions { Limits = new ExtractionLimits { MaxBytes = 10 } } };
        var (exit, _, error) = await _runner.RunAsync("extract", _runner.Write("a.txt", "More than ten characters."));

        Assert.Equal(1, exit);
        Assert.Contains("the limit is 10", error, StringComparison.Ordinal);
    }

    public void Dispose() => _runner.Dispose();

    // Scripts that only say their version and languages.
    private void FakePrograms()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_runner.Folder, "programs")).FullName;
        foreach (var name in new[] { "pdfinfo", "pdftotext", "pdftohtml", "pdfimages", "pdfdetach", "pdftoppm", "tesseract", "catdoc" })
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then printf 'Languages:\\neng\\njpn\\n'; else echo \"program version 1.2.3\" >&2; exit 99; fi\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }
        }

        _runner.Settings = _runner.Settings with { Extraction = new ExtractionOptions { Programs = new ProgramLimits { Folder = folder } } };
    }
}
