using System.Globalization;
using System.Text;

namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>A gray image in memory, read from and written to PGM (the raw form, P5, of 8 bits), as <c>pdftoppm -gray</c> writes it.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Pixels">Row by row from the top.</param>
internal sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Reads a file; null where it is no such image.</summary>
    public static GrayImage? Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var at = 0;
        if (Token(bytes, ref at) != "P5" || !Number(bytes, ref at, out var width) || !Number(bytes, ref at, out var height) || !Number(bytes, ref at, out var most) || most != 255)
        {
            return null;
        }

        // One white space behind the last number.
        at++;
        var length = (long)width * height;
        return width > 0 && height > 0 && bytes.Length - at == length ? new GrayImage(width, height, bytes[at..]) : null;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path)
    {
        using var file = File.Create(path);
        file.Write(Encoding.ASCII.GetBytes($"P5\n{Width} {Height}\n255\n"));
        file.Write(Pixels);
    }

    /// <summary>The image after quarter turns to the left.</summary>
    public GrayImage Turn(int turns) => (turns & 3) switch
    {
        0 => this,
        1 => Turned(Height, Width, (x, y) => (Width - 1 - y, x)),
        2 => Turned(Width, Height, (x, y) => (Width - 1 - x, Height - 1 - y)),
        _ => Turned(Height, Width, (x, y) => (y, Height - 1 - x)),
    };

    private GrayImage Turned(int width, int height, Func<int, int, (int X, int Y)> from)
    {
        var pixels = new byte[Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (oldX, oldY) = from(x, y);
                pixels[(y * width) + x] = Pixels[(oldY * Width) + oldX];
            }
        }

        return new GrayImage(width, height, pixels);
    }

    private static bool Number(byte[] bytes, ref int at, out int number) =>
        int.TryParse(Token(bytes, ref at), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Token(byte[] bytes, ref int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        var start = at;
        while (at < bytes.Length && at - start < 12 && bytes[at] > (byte)' ')
        {
            at++;
        }

        return Encoding.ASCII.GetString(bytes, start, at - start);
    }
}
