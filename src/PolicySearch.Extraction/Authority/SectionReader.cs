using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicySearch.Extraction.Authority;

/// <summary>Reads the sections of an authority file from the YAML parser's events, so that every fault has its line.</summary>
internal sealed class SectionReader(string file, List<AuthorityFault> faults)
{
    private int _line = 1;
    private int _entry;

    /// <summary>The sections read, in the file's order.</summary>
    public List<Section> Sections { get; } = [];

    /// <summary>Reads the sections of a file.</summary>
    /// <returns>False where some of it is no YAML: those faults are named, and so are those of the entries that can be read without the ones that break it.</returns>
    public bool TryRead(string text)
    {
        const int MostBreaks = 20;
        var first = faults.Count;
        var breaks = new List<AuthorityFault>();
        while (TryReadOnce(text) is { } fault && breaks.Count < MostBreaks)
        {
            var lines = text.Split('\n');
            var (start, next) = BrokenEntry.Find(lines, _entry - 1);
            var line = next == 0 || (fault.Origin.Line > start && fault.Origin.Line <= next) ? fault.Origin.Line : start + 1;
            breaks.Add(fault with { Origin = new AuthorityOrigin(file, line) });
            if (next is 0 || next == lines.Length)
            {
                break;
            }

            Array.Fill(lines, "", start, next - start);
            text = string.Join('\n', lines);
            Sections.Clear();
            faults.RemoveRange(first, faults.Count - first);
        }

        faults.AddRange(breaks);
        return breaks.Count == 0;
    }

    private AuthorityFault? TryReadOnce(string text)
    {
        (_line, _entry) = (1, 0);
        try
        {
            Read(new Parser(new StringReader(text)));
            return null;
        }
        catch (YamlException error)
        {
            return FaultAt(LineOf(error, text), $"no YAML here: {error.Message}");
        }
        catch (InvalidOperationException)
        {
            // What the parser throws where a bracket is left open across entries.
            return FaultAt(_line, "no YAML from here on; look for a bracket or quotation mark that is not closed");
        }
    }

    // The parser names the line on which the mapping begins that a tab breaks.
    private static int LineOf(YamlException error, string text)
    {
        var tab = error.Message.Contains("tab", StringComparison.Ordinal) ? text.IndexOf("\n\t", StringComparison.Ordinal) : -1;
        return tab < 0 ? (int)error.End.Line : text.AsSpan(0, tab + 1).Count('\n') + 1;
    }

    private void Read(Parser parser)
    {
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            ReadSection(parser);
            parser.Consume<DocumentEnd>();
        }

        if (Sections.Count == 0)
        {
            Fault(1, "nothing in it; a file needs 'source' and 'entries'");
        }
    }

    private void ReadSection(Parser parser)
    {
        var section = new Section(file, Line(parser));
        Sections.Add(section);
        if (!parser.TryConsume<MappingStart>(out _))
        {
            Fault(section.Line, "no mapping; a file needs 'source' and 'entries'");
            parser.SkipThisAndNestedEvents();
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = Line(parser);
            var key = ReadKey(parser);
            if (!seen.Add(key))
            {
                Fault(line, $"'{key}' stands twice");
            }

            ReadSectionValue(parser, section, key, line);
        }
    }

    private void ReadSectionValue(Parser parser, Section section, string key, int line)
    {
        switch (key)
        {
            case "source":
                ReadSource(parser, section, line);
                break;
            case "defaults":
                section.Defaults = ReadFields(parser) ?? section.Defaults;
                break;
            case "entries":
                ReadEntries(parser, section);
                break;
            default:
                Fault(line, $"no key is named '{key}'; use source, defaults or entries");
                parser.SkipThisAndNestedEvents();
                break;
        }
    }

    private void ReadSource(Parser parser, Section section, int line)
    {
        var field = ReadField(parser, "source");
        section.Source = field is { IsNull: false, Values: [var source, ..] } ? source : null;
        if (field is { IsList: true })
        {
            Fault(line, "'source' is a list; it takes one value");
        }
    }

    private void ReadEntries(Parser parser, Section section)
    {
        _entry = Line(parser);
        if (IsAlias(parser, _entry))
        {
            return;
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Fault(Line(parser), "'entries' is no list; begin every entry with '- '");
            parser.SkipThisAndNestedEvents();
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            _entry = Line(parser);
            if (ReadFields(parser) is { } entry)
            {
                section.Entries.Add(entry);
            }
        }
    }

    private FieldMap? ReadFields(Parser parser)
    {
        var fields = new FieldMap(Line(parser));
        if (IsAlias(parser, fields.Line))
        {
            return null;
        }

        if (!parser.TryConsume<MappingStart>(out _))
        {
            Fault(fields.Line, "no entry; write '{id: …, type: …}'");
            parser.SkipThisAndNestedEvents();
            return null;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = Line(parser);
            var key = ReadKey(parser);
            if (ReadField(parser, key) is { } field && !fields.TryAdd(key, field))
            {
                Fault(line, $"'{key}' stands twice");
            }
        }

        return fields;
    }

    private string ReadKey(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.Value;
        }

        Fault(Line(parser), "no key; write 'key: value'");
        parser.SkipThisAndNestedEvents();
        return "";
    }

    private Field? ReadField(Parser parser, string key)
    {
        var line = Line(parser);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new Field(line, [scalar.Value], IsList: false) { IsNull = scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null" };
        }

        if (IsAlias(parser, line))
        {
            return null;
        }

        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Fault(line, $"'{key}' is neither text nor a list");
            parser.SkipThisAndNestedEvents();
            return null;
        }

        var values = new List<string>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var value))
            {
                values.Add(value.Value);
                continue;
            }

            if (IsAlias(parser, Line(parser)))
            {
                continue;
            }

            Fault(Line(parser), $"'{key}' holds something that is no text");
            parser.SkipThisAndNestedEvents();
        }

        return new Field(line, values, IsList: true);
    }

    // "*notes", "<<: *notes"
    private bool IsAlias(Parser parser, int line)
    {
        var isAlias = parser.Accept<AnchorAlias>(out var alias);
        if (isAlias)
        {
            Fault(line, $"'*{alias!.Value}' stands for text elsewhere; write that text out, for these files take no aliases");
            parser.SkipThisAndNestedEvents();
        }

        return isAlias;
    }

    private int Line(Parser parser) => _line = (int)(parser.Current?.Start.Line ?? 0);

    private void Fault(int line, string message) => faults.Add(FaultAt(line, message));

    private AuthorityFault FaultAt(int line, string message) => new(new AuthorityOrigin(file, line), message);
}
