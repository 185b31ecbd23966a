using System.Globalization;
using System.Text;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>What an RTF document says of itself in its group <c>\info</c>.</summary>
internal sealed class RtfInfo
{
    private readonly StringBuilder _text = new();
    private string? _title;
    private string? _author;
    private Date _created;
    private Date _saved;

    /// <summary>All of it, as far as it was read.</summary>
    public FileProperties Properties => new(_title, _author, _saved.ToIso() ?? _created.ToIso());

    /// <summary>A destination begins.</summary>
    public void Begin() => _text.Clear();

    /// <summary>Adds to the title or name that is open.</summary>
    public void Add(string text) => _text.Append(text);

    /// <summary>A destination has ended.</summary>
    public void End(RtfDestination destination)
    {
        if (destination == RtfDestination.Title)
        {
            _title = _text.ToString();
        }
        else if (destination == RtfDestination.Author)
        {
            _author = _text.ToString();
        }
    }

    /// <summary>Takes a part of a date; false where the word or the destination is of none.</summary>
    public bool TrySetDate(RtfDestination destination, string word, int number)
    {
        if (destination is not (RtfDestination.Created or RtfDestination.Saved) || word is not ("yr" or "mo" or "dy"))
        {
            return false;
        }

        if (destination == RtfDestination.Created)
        {
            _created = _created.With(word, number);
        }
        else
        {
            _saved = _saved.With(word, number);
        }

        return true;
    }

    private readonly record struct Date(int Year, int Month, int Day)
    {
        public string? ToIso() => Year == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}");

        public Date With(string word, int number) => word switch
        {
            "yr" => this with { Year = number },
            "mo" => this with { Month = number },
            _ => this with { Day = number },
        };
    }
}
