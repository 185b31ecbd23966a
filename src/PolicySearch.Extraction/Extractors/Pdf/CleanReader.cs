namespace PolicySearch.Extraction.Extractors.Pdf;

/// <summary>Reads text with U+FFFD for the characters that XML does not allow; broken fonts give such.</summary>
internal sealed class CleanReader(TextReader reader) : TextReader
{
    public override int Peek() => Clean(reader.Peek());

    public override int Read() => Clean(reader.Read());

    public override int Read(char[] buffer, int index, int count)
    {
        var read = reader.Read(buffer, index, count);
        foreach (ref var c in buffer.AsSpan(index, read))
        {
            c = (char)Clean(c);
        }

        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            reader.Dispose();
        }

        base.Dispose(disposing);
    }

    private static int Clean(int c) => c is (>= 0 and < ' ' and not '\t' and not '\n' and not '\r') or 0xFFFE or 0xFFFF ? '\uFFFD' : c;
}
