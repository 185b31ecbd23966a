using System.Text;

namespace PolicySearch.Extraction.Authority.Skeleton;

/// <summary>Writes an authority file for the user to edit. Unedited it is sound: what is known with all its forms is left out, and what would be refused stands there as a comment.</summary>
/// <param name="known">The files that it will be laid over.</param>
public sealed class AuthoritySkeleton(AuthorityFiles known)
{
    private const string FileName = "skeleton";

    private readonly ILookup<string, AuthorityEntry> _known = known.Entries.ToLookup(entry => entry.Id, StringComparer.Ordinal);

    /// <summary>The file.</summary>
    /// <param name="head">Lines of comment at the head.</param>
    /// <param name="entries">The entries, each id of a type once.</param>
    public string Write(IEnumerable<string> head, IEnumerable<SkeletonEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(entries);
        var lines = head.Select(line => new Line(Comment(line))).ToList();
        lines.Add(new Line("source: say here where you know it from"));
        lines.Add(new Line("entries:"));
        foreach (var entry in entries.Where(entry => entry.Id.All(IsPrintable)))
        {
            if (LineOf(entry) is { } line)
            {
                lines.AddRange(entry.Note.Select(note => new Line("  " + Comment(note))));
                lines.Add(line);
            }
        }

        // A fault may hide others, so it is looked again until there is none.
        while (Faults(lines) is { Count: > 0 } faults)
        {
            foreach (var (line, message) in faults)
            {
                lines[line - 1] = lines[line - 1].Refused(message);
            }
        }

        return Text(lines);
    }

    private Line? LineOf(SkeletonEntry entry)
    {
        var same = _known[entry.Id].FirstOrDefault(one => one.Type == entry.Type);
        var seen = (same?.Forms ?? []).Append(entry.Id).Select(AuthorityIndex.Key).ToHashSet(StringComparer.Ordinal);
        var forms = entry.Forms.Where(form => form.All(IsPrintable) && AuthorityIndex.Key(form).Length > 1 && seen.Add(AuthorityIndex.Key(form))).ToList();
        if (same is not null && forms.Count == 0)
        {
            return null;
        }

        var fields = new StringBuilder($"{{id: {Quoted(entry.Id)}, type: {SectionEntries.NameOf(entry.Type)}");
        Append(fields, "names", forms.Where(form => !AuthorityIndex.IsShortForm(form)));
        Append(fields, "short", forms.Where(AuthorityIndex.IsShortForm));
        var line = new Line($"  - {fields}}}");
        return same is null && _known[entry.Id].FirstOrDefault() is { } other ? line.Refused($"known as {SectionEntries.NameOf(other.Type)}")
            : same is null && AuthorityEntry.WithoutBracket(entry.Id) != entry.Id ? line.Refused("what stands in brackets is never looked for in texts")
            : line;
    }

    private static void Append(StringBuilder fields, string key, IEnumerable<string> forms)
    {
        var quoted = string.Join(", ", forms.Select(Quoted));
        if (quoted.Length > 0)
        {
            fields.Append($", {key}: [{quoted}]");
        }
    }

    /// <summary>Numbers of the lines that would be refused, from 1, with the reason.</summary>
    private List<(int Line, string Message)> Faults(List<Line> lines)
    {
        try
        {
            known.With(FileName, Text(lines));
            return [];
        }
        catch (AuthorityException error)
        {
            var faults = error.Faults
                .Select(fault => (fault.Origin.Line, Message: fault.Message.Replace($" ({FileName}:", " (line ", StringComparison.Ordinal)))
                .Where(fault => fault.Line > 0 && fault.Line <= lines.Count && !lines[fault.Line - 1].IsRefused)
                .DistinctBy(fault => fault.Line)
                .ToList();
            return faults.Count > 0 ? faults : throw new InvalidOperationException("the skeleton is refused for what stands in none of its entries", error);
        }
    }

    private static string Text(IEnumerable<Line> lines) => string.Concat(lines.Select(line => line.Text + "\n"));

    private static string Comment(string text) => "# " + string.Concat(text.Select(unit => IsPrintable(unit) ? unit : ' '));

    private static string Quoted(string text) => '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    // What YAML takes as it stands, but for what lies beyond the first plane.
    private static bool IsPrintable(char unit) => unit is (>= ' ' and <= '~') or (>= '\u00A0' and < '\u2028') or (> '\u2029' and < '\uD800') or (>= '\uE000' and < '\uFEFF') or (> '\uFEFF' and <= '\uFFFD');

    private readonly record struct Line(string Text)
    {
        public bool IsRefused => Text.StartsWith("  # ", StringComparison.Ordinal);

        /// <summary>The same as a comment, with the reason, on one line still, so that other lines keep their numbers.</summary>
        public Line Refused(string reason) => new($"  # {Text.TrimStart()}  # {reason}");
    }
}
