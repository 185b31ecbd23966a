using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicySearch.Extraction.Authority;

/// <summary>Reads the sections of an authority file from the YAML parser's events, so that every fault has its line.</summary>
internal sealed class SectionReader(string file, List<AuthorityFault> faults)
{
    /// <summary>The sections of a file.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public List<Section> Read(string text)
    {
        var sections = new List<Section>();
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            sections.Add(ReadSection(parser));
            parser.Consume<DocumentEnd>();
        }

        if (sections.Count == 0)
        {
            Fault(1, "nothing in it; a file needs 'source' and 'entries'");
        }

        return sections;
    }

    private Section ReadSection(IParser parser)
    {
        var section = new Section(file, Line(parser));
        if (!parser.TryConsume<MappingStart>(out _))
        {
            Fault(section.Line, "no mapping; a file needs 'source' and 'entries'");
            parser.SkipThisAndNestedEvents();
            return section;
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

        return section;
    }

    private void ReadSectionValue(IParser parser, Section section, string key, int line)
    {
        switch (key)
        {
            case "source":
                section.Source = ReadField(parser, key) is { IsList: false, Values: [var source] } ? source : null;
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

    private void ReadEntries(IParser parser, Section section)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            Fault(Line(parser), "'entries' is no list; begin every entry with '- '");
            parser.SkipThisAndNestedEvents();
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (ReadFields(parser) is { } entry)
            {
                section.Entries.Add(entry);
            }
        }
    }

    private FieldMap? ReadFields(IParser parser)
    {
        var fields = new FieldMap(Line(parser));
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

    private string ReadKey(IParser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.Value;
        }

        Fault(Line(parser), "no key; write 'key: value'");
        parser.SkipThisAndNestedEvents();
        return "";
    }

    private Field? ReadField(IParser parser, string key)
    {
        var line = Line(parser);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new Field(line, [scalar.Value], IsList: false) { IsNull = scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null" };
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

            Fault(Line(parser), $"'{key}' holds something that is no text");
            parser.SkipThisAndNestedEvents();
        }

        return new Field(line, values, IsList: true);
    }

    private static int Line(IParser parser) => (int)(parser.Current?.Start.Line ?? 0);

    private void Fault(int line, string message) => faults.Add(new AuthorityFault(new AuthorityOrigin(file, line), message));
}
