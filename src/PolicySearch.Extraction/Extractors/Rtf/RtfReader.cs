using System.Text;

namespace PolicySearch.Extraction.Extractors.Rtf;

/// <summary>Reads RTF: text with its code pages, paragraphs with styles, tables, notes. Pictures, headers, footers and fields' codes are left out.</summary>
/// <remarks>Rich Text Format Specification 1.9.1. Groups are kept on a stack of our own, so that deep nesting costs memory alone.</remarks>
internal sealed class RtfReader(string name, int maxGroups, CancellationToken cancellationToken)
{
    private readonly Stack<RtfState> _outer = new();
    private readonly RtfCodePages _codePages = new();
    private readonly List<byte> _bytes = [];
    private readonly StringBuilder _styleName = new();
    private RtfState _state = new() { Replacements = 1 };
    private bool _isOptional;
    private int _toSkip;
    private int _font;
    private int _style;

    /// <summary>Takes what is read.</summary>
    public RtfWriter Writer { get; } = new();

    /// <summary>What the document says of itself.</summary>
    public RtfInfo Info { get; } = new();

    /// <summary>Reads a file.</summary>
    /// <exception cref="ExtractionException">It nests too deep.</exception>
    public void Read(ReadOnlySpan<byte> bytes)
    {
        var tokens = new RtfTokenizer(bytes);
        while (tokens.MoveNext())
        {
            switch (tokens.Kind)
            {
                case RtfToken.Open:
                    Open();
                    break;
                case RtfToken.Close:
                    Close();
                    break;
                case RtfToken.Control when tokens.Word == "bin":
                    tokens.Skip(tokens.Number ?? 0);
                    break;
                case RtfToken.Control:
                    Control(tokens.Word, tokens.Number);
                    break;
                default:
                    AddByte(tokens.Value);
                    break;
            }
        }

        Flush();
        Writer.End(_state);
    }

    private void Open()
    {
        cancellationToken.ThrowIfCancellationRequested();
        Flush();
        if (_outer.Count >= maxGroups)
        {
            throw new ExtractionException($"{name} nests more than {maxGroups} groups in each other; it is hostile or broken");
        }

        _outer.Push(_state);
        _toSkip = 0;
        _isOptional = false;
    }

    private void Close()
    {
        Flush();
        var ended = _state.Destination;
        if (!_outer.TryPop(out _state))
        {
            _state = new RtfState { Replacements = 1 };
        }

        _toSkip = 0;
        if (_state.Destination == ended)
        {
            return;
        }

        Info.End(ended);
        if (ended == RtfDestination.Note)
        {
            Writer.EndNote();
        }
    }

    private void AddByte(byte value)
    {
        _isOptional = false;
        if (_toSkip > 0)
        {
            _toSkip--;
        }
        else if (_state.Destination != RtfDestination.Skipped && _state.IsHidden)
        {
            Writer.Builder.Notes.Add("hidden text was left out");
        }
        else if (_state.Destination != RtfDestination.Skipped)
        {
            _bytes.Add(value);
        }
    }

    private void Flush()
    {
        if (_bytes.Count == 0)
        {
            return;
        }

        var text = _codePages.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes), _state.CodePage);
        _bytes.Clear();
        Add(text);
    }

    private void Add(string text)
    {
        if (_state.IsHidden)
        {
            return;
        }

        switch (_state.Destination)
        {
            case RtfDestination.Body or RtfDestination.Note:
                Writer.Add(text, _state.Destination == RtfDestination.Note);
                break;
            case RtfDestination.Title or RtfDestination.Author:
                Info.Add(text);
                break;
            case RtfDestination.Styles:
                AddStyleName(text);
                break;
        }
    }

    private void AddStyleName(string text)
    {
        _styleName.Append(text);
        if (text.Contains(';', StringComparison.Ordinal))
        {
            Writer.Styles[_style] = _styleName.ToString().Split(';')[0].Trim();
            _styleName.Clear();
            _style = 0;
        }
    }

    private void Control(string word, int? number)
    {
        if (word == "u")
        {
            AddUnicode(number ?? 0);
            return;
        }

        Flush();
        if (word == "*")
        {
            _isOptional = true;
        }
        else if (!Destination(word) && _state.Destination != RtfDestination.Skipped && !Character(word, number))
        {
            Paragraph(word, number);
        }
    }

    // The number is signed; what follows stands for the character where Unicode is not known.
    private void AddUnicode(int number)
    {
        Flush();
        if (_state.Destination != RtfDestination.Skipped)
        {
            Add(((char)(ushort)number).ToString());
        }

        _toSkip = _state.Replacements;
    }

    // Whether the word opened a destination, or stands in one that is skipped.
    private bool Destination(string word)
    {
        var isOptional = _isOptional;
        _isOptional = false;
        if (_state.Destination == RtfDestination.Skipped)
        {
            return true;
        }

        var opened = RtfWords.DestinationOf(word, isOptional, _state.Destination);
        if (opened is not { } destination)
        {
            return false;
        }

        if (destination == RtfDestination.Note)
        {
            Writer.BeginNote();
        }

        Info.Begin();
        _styleName.Clear();
        _state.Destination = destination;
        return true;
    }

    private bool Character(string word, int? number)
    {
        switch (word)
        {
            case "ansicpg":
                _codePages.Document = number is > 0 ? number.Value : 1252;
                return true;
            case "mac":
                _codePages.Document = 10000;
                return true;
            case "f":
                _font = number ?? 0;
                _state.CodePage = _codePages.OfFont(_font);
                return true;
            case "fcharset":
                _codePages.AddFont(_font, number ?? 0);
                return true;
            case "uc":
                _state.Replacements = Math.Clamp(number ?? 1, 0, 16);
                return true;
            case "v" or "deleted":
                _state.IsHidden = number != 0;
                return true;
            case "plain":
                _state.IsHidden = false;
                return true;
            default:
                if (Info.TrySetDate(_state.Destination, word, number ?? 0))
                {
                    return true;
                }

                if (RtfWords.Signs.TryGetValue(word, out var sign))
                {
                    Add(sign);
                    return true;
                }

                return false;
        }
    }

    private void Paragraph(string word, int? number)
    {
        var isNote = _state.Destination == RtfDestination.Note;
        switch (word)
        {
            case "pard":
                _state.Style = 0;
                _state.Outline = 0;
                _state.List = 0;
                _state.InTable = false;
                break;
            case "s":
                _state.Style = number ?? 0;
                _style = number ?? 0;
                break;
            case "outlinelevel":
                _state.Outline = number is >= 0 and < 6 ? number.Value + 1 : 0;
                break;
            case "ls":
                _state.List = Math.Max(1, _state.List);
                break;
            case "ilvl":
                _state.List = Math.Clamp((number ?? 0) + 1, 1, 6);
                break;
            case "intbl":
                _state.InTable = true;
                break;
            case "line" or "softline":
                Writer.Break(isNote);
                break;
            case "par" or "sect" or "page" when _state.Destination is RtfDestination.Body or RtfDestination.Note:
                if (isNote)
                {
                    Writer.Break(isNote);
                }
                else
                {
                    Writer.EndParagraph(_state);
                }

                break;
            case "cell" when _state.Destination == RtfDestination.Body:
                Writer.EndCell();
                break;
            case "row" when _state.Destination == RtfDestination.Body:
                Writer.EndRow();
                break;
        }
    }
}
