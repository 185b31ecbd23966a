using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PolicySearch.Benchmarks.Peer;

/// <summary>What the operating system knows of this process and thread.</summary>
internal static partial class ProcessFigures
{
    private const int ThreadCpuClock = 3;

    /// <summary>The most memory resident so far.</summary>
    public static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    /// <summary>Processor time of the calling thread in microseconds; 0 where the system does not say.</summary>
    public static double ThreadCpuMicroseconds() =>
        OperatingSystem.IsLinux() && ClockGetTime(ThreadCpuClock, out var time) == 0 ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3) : 0;

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
