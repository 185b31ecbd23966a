using System.Runtime.Intrinsics;

namespace PolicySearch.Engine.Formats;

/// <summary>With which instructions blocks are decoded and scored. All give the same; tests run each.</summary>
internal enum VectorPath
{
    /// <summary>One number after the other.</summary>
    Plain,

    /// <summary>Four numbers at once.</summary>
    Vector128,

    /// <summary>Eight numbers at once.</summary>
    Vector256,
}

/// <summary>Which path this machine takes.</summary>
internal static class VectorPaths
{
    public static VectorPath Best { get; } =
        Vector256.IsHardwareAccelerated ? VectorPath.Vector256
        : Vector128.IsHardwareAccelerated ? VectorPath.Vector128
        : VectorPath.Plain;
}
