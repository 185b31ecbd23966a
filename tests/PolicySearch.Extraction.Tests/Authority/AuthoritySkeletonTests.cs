using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Authority.Skeleton;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging;

namespace PolicySearch.Extraction.Tests.Authority;

public sealed class AuthoritySkeletonTests
{
    [Fact]
    public void What_is_new_becomes_an_entry_with_its_forms_below_its_note()
    {
        var file = Write(new SkeletonEntry(MentionType.Agency, "Office of Small Wonders", ["Office of SMALL wonders", "Wonders \"Office\"", "OSW"], ["3 passages", "docs/a.txt: …"]));

        Assert.Equal(
            "# head\nsource: say here where you know it from\nentries:\n  # 3 passages\n  # docs/a.txt: …\n"
            + "  - {id: \"Office of Small Wonders\", type: agency, names: [\"Wonders \\\"Office\\\"\"], short: [\"OSW\"]}\n",
            file);
        var entry = Assert.Single(AuthorityFiles.BuiltIn.With("mine.yaml", file).Entries, entry => entry.Id == "Office of Small Wonders");
        Assert.Equal(["Wonders \"Office\""], entry.Names);
    }

    [Fact]
    public void Of_what_is_known_only_new_forms_are_written()
    {
        var file = Write(
            new SkeletonEntry(MentionType.Ministry, "METI", ["METI", "経済産業省", "Ministry for Making Things"], ["a"]),
            new SkeletonEntry(MentionType.Ministry, "MEXT", ["文部科学省"], ["known"]));

        Assert.Contains("- {id: \"METI\", type: ministry, names: [\"Ministry for Making Things\"]}\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("MEXT", file, StringComparison.Ordinal);
        Assert.DoesNotContain("known", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MentionType.Ministry, "経済産業省", "a name of METI")]
    [InlineData(MentionType.Organisation, "METI", "known as ministry")]
    [InlineData(MentionType.Agency, "Office of Wonders (small)", "brackets")]
    [InlineData(MentionType.Agency, "First Agency", "given to")]
    public void What_would_be_refused_is_a_comment_with_the_reason(MentionType type, string id, string reason)
    {
        var file = Write(
            new SkeletonEntry(MentionType.Agency, "Zeroth Agency", ["Shared Agency Name"], []),
            new SkeletonEntry(type, id, id == "First Agency" ? ["Shared Agency Name"] : [], []));

        Assert.Contains(file.Split('\n'), line => line.StartsWith("  # - {id: \"" + id, StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
        Assert.Contains("\n  - {id: \"Zeroth Agency\"", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_names_never_make_a_file_that_cannot_be_read()
    {
        const int Seed = 3;
        var random = new Random(Seed);
        var entries = Enumerable.Range(0, 300).Select(i => new SkeletonEntry(
            (MentionType)random.Next(1, 7), $"{i} {Odd(random)}", [Odd(random), Odd(random)], [Odd(random)])).ToArray();
        var file = Write(entries);

        Assert.True(AuthorityFiles.BuiltIn.With("mine.yaml", file).Entries.Count > AuthorityFiles.BuiltIn.Entries.Count + 50, $"seed {Seed}");
    }

    [Fact]
    public void Unedited_it_changes_no_tag_of_the_seeds()
    {
        var plain = new Tagger();
        string[] seeds = [Seeds.KeyPolicies, Seeds.Actors, Seeds.Revisited, Seeds.ThreeTerms, Seeds.Factsheet];
        var documents = seeds.Select(Seeds.Read).ToList();
        var mentions = documents.SelectMany(document => plain.Tag(document).Select(mention => (Mention: mention, Text: mention.Span.Of(document.Text).ToString()))).ToList();
        var entries = mentions.Where(m => m.Mention.Years is null).GroupBy(m => (m.Mention.Type, m.Mention.Id)).Select(group => new SkeletonEntry(
            group.Key.Type, group.Key.Id, [.. group.Where(m => !m.Mention.IsLocal).Select(m => PolicySearch.Text.Whitespace.Collapse(m.Text)).Distinct()], []));
        var tagger = new Tagger(AuthorityFiles.BuiltIn.With("mine.yaml", Write([.. entries])));

        Assert.NotEmpty(mentions);
        foreach (var document in documents)
        {
            Assert.Equal(Tags(plain, document), Tags(tagger, document));
        }
    }

    private static List<(MentionType Type, string Id, TextSpan Span)> Tags(Tagger tagger, Document document) =>
        [.. tagger.Tag(document).Select(mention => (mention.Type, mention.Id, mention.Span))];

    private static string Write(params SkeletonEntry[] entries) => new AuthoritySkeleton(AuthorityFiles.BuiltIn).Write(["head"], entries);

    private static string Odd(Random random)
    {
        const string Strange = "\"\\'|:#{}[],&*!%@`\n\t\0\u0085\u2028\uFEFF\uD800- ~経";
        return new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.Next(5) == 0 ? Strange[random.Next(Strange.Length)] : (char)random.Next('a', 'z' + 1))]);
    }
}
