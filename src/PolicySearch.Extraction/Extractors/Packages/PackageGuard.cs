using System.Xml;

namespace PolicySearch.Extraction.Extractors.Packages;

/// <summary>Opens a package for a reader, and says in the user's words what is broken in it.</summary>
internal static class PackageGuard
{
    /// <summary>Runs <paramref name="read"/> on the opened package.</summary>
    /// <param name="source">The package.</param>
    /// <param name="limits">What it may unpack to.</param>
    /// <param name="what">What it is, for messages: <c>DOCX document</c>.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="ExtractionException">It is broken or beyond a limit.</exception>
    public static T Read<T>(SourceFile source, ExtractionLimits limits, string what, Func<ZipPackage, T> read)
    {
        using var package = ZipPackage.Open(source, limits);
        try
        {
            return read(package);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or ArgumentException or NotSupportedException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new ExtractionException($"{source.Name} is a broken {what}: {e.Message}", e);
        }
    }
}
