using System.Globalization;
using PolicySearch.Service.Tags;

namespace PolicySearch.Host.Output;

/// <summary>Prints tags for people.</summary>
internal static class TagPrinter
{
    private const int ShownForms = 8;
    private const int ShownExamples = 2;

    public static void Print(TextWriter output, TagList tags)
    {
        if (tags.Tags.Count == 0)
        {
            output.WriteLine("0 tags");
        }

        foreach (var tag in tags.Tags)
        {
            output.WriteLine($"{tag.Type} {TerminalWriter.Clean(tag.Id)}: {Counts(tag)}");
            output.WriteLine("    " + TerminalWriter.Clean(Forms(tag)));
            foreach (var variant in tag.Variants.Take(ShownExamples))
            {
                output.WriteLine(TerminalWriter.Clean($"    {variant.Example.Source}: {variant.Example.Text}"));
            }
        }
    }

    /// <summary><c>12 passages in 3 documents</c>.</summary>
    public static string Counts(TagListing tag) => $"{Number(tag.Passages, "passage")} in {Number(tag.Documents, "document")}";

    /// <summary>The forms with their numbers of mentions; those that a document alone explains are marked.</summary>
    private static string Forms(TagListing tag)
    {
        var forms = string.Join(" · ", tag.Variants.Take(ShownForms).Select(variant =>
            string.Create(CultureInfo.InvariantCulture, $"{variant.Text} ({variant.Mentions}{(variant.Local ? ", by its document" : "")})")));
        return tag.Variants.Count > ShownForms ? $"{forms} · {tag.Variants.Count - ShownForms} more" : forms;
    }

    private static string Number(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {unit}{(count == 1 ? "" : "s")}");
}
