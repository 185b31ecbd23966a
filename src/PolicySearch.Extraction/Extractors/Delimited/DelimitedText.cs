using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Extractors.Delimited;

/// <summary>Reads records of values that a sign parts (RFC 4180): a value in quotation marks may hold the sign and line ends.</summary>
/// <param name="text">The whole text.</param>
/// <param name="delimiter">The sign.</param>
internal sealed class DelimitedText(string text, char delimiter)
{
    private static readonly char[] Delimiters = [',', '\t', ';', '|'];

    private const int ProbedRecords = 50;

    private int _at;
    private bool _isUnclosed;

    /// <summary>The sign that parts a text into records of equally many values, two or more; null where none does.</summary>
    public static char? FindDelimiter(string text)
    {
        char? best = null;
        var most = 0;
        foreach (var delimiter in Delimiters)
        {
            var reader = new DelimitedText(text, delimiter);
            var counts = new List<int>();
            while (counts.Count < ProbedRecords && reader.Next() is { } record)
            {
                if (record.Count > 1 || record[0].Length > 0)
                {
                    counts.Add(record.Count);
                }
            }

            var usual = counts.Count == 0 ? 1 : counts.GroupBy(count => count).MaxBy(group => group.Count())!.Key;
            var share = counts.Count(count => count == usual);
            if (counts.Count >= 2 && usual > 1 && share * 5 >= counts.Count * 4 && share * usual > most)
            {
                (best, most) = (delimiter, share * usual);
            }
        }

        return best;
    }

    /// <summary>Where the next record's values stand, without quotation marks and white space around them; null at the end.</summary>
    public List<TextSpan>? Next()
    {
        if (_at >= text.Length)
        {
            return null;
        }

        var values = new List<TextSpan>();
        do
        {
            values.Add(Value());
        }
        while (_at < text.Length && text[_at++] == delimiter);
        _at += _at < text.Length && text[_at] == '\n' && text[_at - 1] == '\r' ? 1 : 0;
        return values;
    }

    private TextSpan Value()
    {
        var start = _at;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        if (start < text.Length && text[start] == '"' && !_isUnclosed && Closing(start + 1) is var close && close >= 0)
        {
            _at = close + 1;
            var behind = _at;
            MoveToEnd();

            // What stands behind the quotation mark belongs to nothing, but is not lost.
            return string.IsNullOrWhiteSpace(text[behind.._at]) ? Trim(start + 1, close) : Trim(start, _at);
        }

        MoveToEnd();
        return Trim(start, Math.Max(start, _at));
    }

    private void MoveToEnd()
    {
        while (_at < text.Length && text[_at] != delimiter && text[_at] is not ('\n' or '\r'))
        {
            _at++;
        }
    }

    // The quotation mark that ends a value; two of them are one of the value's. Once none is found, none is looked for again.
    private int Closing(int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            if (i + 1 >= text.Length || text[i + 1] != '"')
            {
                return i;
            }

            i++;
        }

        _isUnclosed = true;
        return -1;
    }

    private TextSpan Trim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
