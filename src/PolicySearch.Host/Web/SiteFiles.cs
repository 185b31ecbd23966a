using System.Security.Cryptography;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace PolicySearch.Host.Web;

/// <summary>
/// The page's style sheets and icon. They lie in <c>wwwroot</c> beside the program, not below the folder that the user stands in,
/// so they arrive wherever the program is started.
/// </summary>
public static class SiteFiles
{
    private const string VersionName = "v";
    private const int VersionBytes = 6;
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>Version of all files together: it changes when one of them does, so that browsers may keep what they have.</summary>
    public static string Version { get; } = HashOf(Root);

    /// <summary>The address of a file, with its version.</summary>
    /// <param name="name">Name below <c>wwwroot</c>.</param>
    public static string Address(string name) => $"/{name}?{VersionName}={Version}";

    /// <summary>Serves the files.</summary>
    public static void UseSiteFiles(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(Root),
            OnPrepareResponse = file => file.Context.Response.Headers[HeaderNames.CacheControl] =
                file.Context.Request.Query.ContainsKey(VersionName) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, VersionBytes));
    }
}
