using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PolicySearch.Extraction.Extractors.Programs;

/// <summary>Runs a program on a source that may be hostile: without input, with an environment of its own, without network where the system can close it, under limits of time, memory and output, ended with its children when it is given up.</summary>
/// <param name="limits">Limits; null for the default ones.</param>
internal sealed class ProgramRunner(ProgramLimits? limits = null)
{
    private const string Shell = "/bin/sh";
    private const int MostErrors = 4000;

    /// <summary>The status of a program that the system ended for its processor time (128 and SIGXCPU): on a busy machine that may come before the clock's limit.</summary>
    private const int OutOfTime = 128 + 24;

    // The shell sets what the system enforces and is then replaced by the program, whose arguments it does not read.
    private const string Limited = "ulimit -c 0; ulimit -v \"$1\" 2>/dev/null; ulimit -S -t \"$2\" 2>/dev/null; ulimit -f \"$3\" 2>/dev/null; shift 3; exec \"$@\"";

    // A network of its own, in which there is nothing; it needs a Linux that lets users make name spaces.
    private static readonly string[] Alone = ["--map-root-user", "--net"];
    private static readonly Lazy<string?> Unshare = new(FindUnshare);

    private readonly ProgramLimits _limits = limits ?? new ProgramLimits();

    /// <summary>Whether programs are run without a network.</summary>
    public static bool ClosesNetwork => Unshare.Value is not null;

    /// <summary>The path of a program; null where it is missing.</summary>
    public string? Find(string program)
    {
        var folders = _limits.Folder is { } only ? [only] : SearchPath();
        return folders.SelectMany(folder => (string[])[Path.Combine(folder, program), Path.Combine(folder, program + ".exe")]).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs a program and gives its output as text.</summary>
    /// <exception cref="ExtractionException">It is missing, or went over a limit.</exception>
    public ProgramResult<string> Run(ProgramCall call, CancellationToken cancellationToken) =>
        Run(
            call,
            static output =>
            {
                using var reader = new StreamReader(output, Encoding.UTF8);
                return reader.ReadToEnd();
            },
            cancellationToken);

    /// <summary>Runs a program while <paramref name="read"/> reads its output.</summary>
    /// <exception cref="ExtractionException">It is missing, or went over a limit.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program has been ended.</exception>
    public ProgramResult<T> Run<T>(ProgramCall call, Func<Stream, T> read, CancellationToken cancellationToken)
    {
        var time = call.Timeout ?? _limits.MaxTime;
        using var process = Start(call, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ending = end.Token.Register(() => Kill(process));
        end.CancelAfter(time);
        try
        {
            var errors = Task.Run(() => ReadErrors(process.StandardError), CancellationToken.None);
            using var output = new BoundedStream(process.StandardOutput.BaseStream, _limits.MaxOutput, $"{call.Source} makes {call.Program} write more than {_limits.MaxOutput} bytes; it is too large or hostile");
            var value = read(output);
            output.CopyTo(Stream.Null);
            process.WaitForExit();
            ThrowIfEnded();
            return new ProgramResult<T>(value, process.ExitCode, errors.GetAwaiter().GetResult());
        }
        catch (Exception e) when (end.IsCancellationRequested && e is not OperationCanceledException)
        {
            // What breaks off after the program was ended says nothing by itself.
            ThrowIfEnded();
            throw;
        }
        finally
        {
            Kill(process);
        }

        void ThrowIfEnded()
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (end.IsCancellationRequested || (process.HasExited && process.ExitCode == OutOfTime))
            {
                throw new ExtractionException($"{call.Source} keeps {call.Program} busy for more than {time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} seconds; it is too large or hostile");
            }
        }
    }

    private Process Start(ProgramCall call, TimeSpan time)
    {
        var path = Find(call.Program) ?? throw new ExtractionException($"{call.Format} needs {call.Package}: apt-get install {call.Package}");
        var start = new ProcessStartInfo
        {
            FileName = File.Exists(Shell) ? Shell : path,
            WorkingDirectory = call.Folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (File.Exists(Shell))
        {
            string[] limited = ["-c", Limited, "sh", Number(_limits.MaxMemory / 1024), Number((long)time.TotalSeconds + 1), Number(_limits.MaxOutput / 512), .. Unshare.Value is { } unshare ? [unshare, .. Alone, path] : (string[])[path]];
            Array.ForEach(limited, start.ArgumentList.Add);
        }

        foreach (var argument in call.Arguments)
        {
            start.ArgumentList.Add(argument);
        }

        SetEnvironment(start.Environment, call.Folder);
        try
        {
            var process = Process.Start(start) ?? throw new ExtractionException($"{call.Program} could not be started");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new ExtractionException($"{call.Program} could not be started: {e.Message}", e);
        }
    }

    // Nothing of ours but the path and where tesseract keeps its languages; one thread, as several documents are read at once.
    private static void SetEnvironment(IDictionary<string, string?> environment, string folder)
    {
        var kept = ((string[])["PATH", "TESSDATA_PREFIX", "SystemRoot"]).Select(name => (Name: name, Value: Environment.GetEnvironmentVariable(name))).ToList();
        environment.Clear();
        foreach (var (name, value) in kept.Where(pair => pair.Value is not null))
        {
            environment[name] = value;
        }

        environment["LC_ALL"] = "C.UTF-8";
        environment["HOME"] = folder;
        environment["TMPDIR"] = folder;
        environment["OMP_THREAD_LIMIT"] = "1";
    }

    private static string[] SearchPath() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static string? FindUnshare()
    {
        var path = OperatingSystem.IsLinux() && File.Exists(Shell) ? SearchPath().Select(folder => Path.Combine(folder, "unshare")).FirstOrDefault(File.Exists) : null;
        if (path is null)
        {
            return null;
        }

        try
        {
            using var process = Process.Start(new ProcessStartInfo(path, [.. Alone, "true"]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true });
            process?.WaitForExit();
            return process?.ExitCode == 0 ? path : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string ReadErrors(StreamReader errors)
    {
        var start = new char[MostErrors];
        var length = errors.ReadBlock(start, 0, start.Length);
        var rest = new char[MostErrors];
        while (errors.ReadBlock(rest, 0, rest.Length) > 0)
        {
            // Read on, so that the program does not wait for us.
        }

        return new string(start, 0, length);
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in this moment.
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
