using System.Text;

namespace PolicySearch.Host.Output;

/// <summary>Passes text on without control characters: names of files and words of documents must not steer a terminal.</summary>
internal sealed class TerminalWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(Clean(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value) =>
        inner.Write(value is null ? null : string.Create(value.Length, value, static (clean, text) =>
        {
            for (var i = 0; i < clean.Length; i++)
            {
                clean[i] = Clean(text[i]);
            }
        }));

    public override void Flush() => inner.Flush();

    /// <summary>One line without control characters.</summary>
    public static string Clean(string line) => string.Create(line.Length, line, static (clean, text) =>
    {
        for (var i = 0; i < clean.Length; i++)
        {
            clean[i] = char.IsControl(text[i]) ? ' ' : text[i];
        }
    });

    private static char Clean(char c) => char.IsControl(c) && c is not ('\n' or '\t') ? ' ' : c;
}
