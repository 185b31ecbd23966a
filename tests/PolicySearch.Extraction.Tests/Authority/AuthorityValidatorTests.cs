using System.Text.Json;
using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Authority.Validation;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Authority;

public sealed class AuthorityValidatorTests
{
    private const string Head = "source: x\ndefaults: {country: IS, type: agency}\nentries:\n";

    [Fact]
    public void The_built_in_files_have_no_faults() => Assert.Empty(AuthorityValidator.Check(AuthorityFiles.BuiltIn));

    [Theory]
    [InlineData("  - {id: A, type: wizard}", 4, "wizard")]
    [InlineData("  - {type: ministry}", 4, "no 'id'")]
    [InlineData("  - {id: Quiet Agency}\n  - id: Loud Agency\n    colour: red", 6, "'colour'")]
    [InlineData("  - {id: Quiet Agency, from: 2001, to: 1999}", 4, "2001")]
    [InlineData("  - {id: Quiet Agency, from: long ago}", 4, "'from'")]
    [InlineData("  - {id: Quiet Agency, from: [1, 2]}", 4, "a list")]
    [InlineData("  - {id: Quiet Agency, names: {en: Q}}", 4, "'names'")]
    [InlineData("  - {id: Quiet Agency, country: Utopia}", 4, "Utopia")]
    [InlineData("  - {id: Quiet Agency, id: B}", 4, "stands twice")]
    [InlineData("  - {id: Quiet Agency, owner: METI}", 4, "'parent'")]
    [InlineData("  - {id: Quiet Plan, type: programme, parent: METI}", 4, "'owner'")]
    [InlineData("  - {id: Quiet Agency, adjectives: Quiet}", 4, "adjectives")]
    [InlineData("  - Quiet Agency", 4, "no entry")]
    [InlineData("  - {id: Quiet Agency, parent: Nobody at All}", 4, "'Nobody at All'")]
    [InlineData("  - {id: Quiet Plan, type: programme, owner: METI | Nobody at All}", 4, "'Nobody at All'")]
    [InlineData("  - {id: Quiet Agency, successors: Nobody at All}", 4, "'Nobody at All'")]
    [InlineData("  - {id: Quiet Agency}\n  - {id: Quiet Agency}", 5, "is taken by mine.yaml:4")]
    [InlineData("  - {id: Quiet Agency, to: 2010}\n  - {id: Loud Agency, from: 2004, predecessors: Quiet Agency}", 5, "ends in 2010")]
    [InlineData("  - {id: Quiet Agency, from: 2010}\n  - {id: Loud Agency, from: 2004, predecessors: [Quiet Agency]}", 5, "begins in 2010")]
    [InlineData("  - {id: Quiet Agency, predecessors: Quiet Agency}", 4, "itself")]
    [InlineData("  - {id: Quiet Agency, parent: Loud Agency}\n  - {id: Loud Agency, parent: Quiet Agency}", 4, "belongs to itself")]
    [InlineData("  - {id: Quiet Agency, predecessors: Loud Agency}\n  - {id: Mild Agency, predecessors: Quiet Agency}\n  - {id: Loud Agency, predecessors: Mild Agency}", 5, "comes from itself")]
    [InlineData("  - {id: Quiet Agency, country: ZZ}", 4, "'ZZ'")]
    [InlineData("  - {id: Quiet Plan, type: programme, owner: METI | Tokyo}", 4, "Tokyo is a place")]
    [InlineData("  - {id: Quiet Agency}\n  - {id: Loud Agency, names: The QUIET agency}", 5, "'The QUIET agency'")]
    [InlineData("  - {id: Quiet Agency (Here)}\n  - {id: Quiet Agency (There)}", 5, "Quiet Agency (Here)")]
    [InlineData("  - {id: Quiet Agency, names: Energy}", 4, "common word")]
    [InlineData("  - {id: Quiet Agency, short: The}", 4, "common word")]
    [InlineData("  - {id: Quiet Agency, names: Q}", 4, "too short")]
    [InlineData("  - {id: Quiet Agency, names: Hush | Hush}", 4, "stands twice")]
    public void A_fault_is_named_with_its_line(string entries, int line, string part)
    {
        var faults = Check(Head + entries);

        Assert.Contains(faults, fault => fault.Origin == new AuthorityOrigin("mine.yaml", line) && fault.Message.Contains(part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("defaults: {type: agency}\nentries:\n  - {id: Quiet Agency}", 3, "no 'source'")]
    [InlineData("source: x\nentries: none", 2, "no list")]
    [InlineData("source: x\ndefaults: {id: A}\nentries: []", 2, "'id' cannot be a default")]
    [InlineData("source: x\nentries: []\nend: true", 3, "'end'")]
    [InlineData("source: x\nentries: [", 3, "no YAML")]
    [InlineData("source: x\nentries:\n\t- {id: Quiet Agency, type: agency}", 3, "tab")]
    [InlineData("source: x\nentries:\n  - {id: Quiet Agency, type: agency\n  - {id: Loud Agency, type: agency}", 3, "no YAML")]
    [InlineData("source: [x, y]\nentries: []", 1, "'source' is a list")]
    [InlineData("source: x\nsource: y\nentries: []", 2, "stands twice")]
    [InlineData("source: x\nentries: &e []\n---\nsource: x\nentries: *e", 5, "'*e'")]
    [InlineData("- a\n- b", 1, "no mapping")]
    [InlineData("", 1, "nothing in it")]
    public void A_fault_of_a_section_is_named_with_its_line(string text, int line, string part)
    {
        var fault = Assert.Single(Check(text));

        Assert.Equal(line, fault.Origin.Line);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_form_hides_none_of_sense()
    {
        const string Entries = """
              - {id: Quiet Agency, type: wizard}
              - {id: Loud Agency, parent: Nobody at All, from: 2010, to: 2001}
              - {id: AIST, drop: not a name of it}
              - {id: Quick Agency, names: Energy}
              - {id: Slow Agency, names: Bureau of Snails, same_as: Nowhere at All}
              - {id: Mild Agency, names: [Bureau of Slugs, *slugs]}
            """;

        Assert.Equal([4, 5, 5, 6, 7, 8, 9], Check(Head + Entries).Select(fault => fault.Origin.Line));
    }

    [Theory]
    [InlineData("  - {id: Quiet Agency, type: agency\n  - {id: Loud Agency, type: wizard}\n  - {id: Mild Agency, from: x}\n", "3 4 5")]
    [InlineData("  - {id: Quiet Agency, type: agency\n  - {id: Loud Agency}\n", "3 4")]
    [InlineData("  - id: Quiet Agency, type: agency}\n    from: 2001\n  - {id: Loud Agency, from: x}\n  - {id: Mild Agency, to: x}\n", "3 5 6")]
    [InlineData("  - {id: Quiet Agency, type: wizard}\n  - {id: Loud Agency, type: agency\n  - {id: Mild Agency, from: x}\n", "3 4 5")]
    [InlineData("  - {id: Quiet Agency, names: [Hush, type: agency}\n  - {id: Loud Agency, type: \"agency}\n  - {id: Mild Agency\n", "3")]
    public void An_entry_that_is_no_YAML_hides_none_that_is(string entries, string lines)
    {
        var found = Check("source: x\nentries:\n" + entries).Select(fault => fault.Origin.Line).Distinct().ToList();

        Assert.All(lines.Split(' '), line => Assert.Contains(int.Parse(line, System.Globalization.CultureInfo.InvariantCulture), found));
    }

    [Fact]
    public void Aliases_are_not_followed()
    {
        var text = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n")) + "source: x\nentries: *a60";

        Assert.Equal(62, Check(text).Count);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    public void Brackets_without_end_are_one_fault_of_the_file(string bracket) =>
        Assert.Contains(Check("source: x\nentries: " + string.Concat(Enumerable.Repeat(bracket, 20_000))), fault => fault.Message.StartsWith("no YAML", StringComparison.Ordinal));

    [Fact]
    public void A_slip_of_one_character_anywhere_is_at_most_a_fault_of_the_file()
    {
        const string Whole = "source: x\ndefaults: {type: agency}\nentries:\n  - {id: A Board, names: [B, \"c\"]}\n  - id: D\n    names: 'e | f'\n";
        for (var at = 0; at < Whole.Length; at++)
        {
            var slips = "{}[]:,-#&*!|>'\"%@?\n\t".Select(slip => Whole[..at] + slip + Whole[at..]).Append(Whole.Remove(at, 1));
            foreach (var text in slips)
            {
                var fault = Record.Exception(() => AuthorityReader.Read("mine.yaml", text));

                Assert.True(fault is null or AuthorityException { Faults: [{ Origin.Line: > 0 }, ..] }, $"{fault?.GetType().Name} at {text}");
            }
        }
    }

    [Fact]
    public void Files_read_after_each_other_have_their_own_faults_once()
    {
        var faults = AuthorityValidator.Check(AuthorityFiles.BuiltIn, [("b.yaml", Head + "  - {id: Quiet Agency, parent: Nobody at All}"), ("a.yaml", Head + "  - {id: Loud Agency, parent: Somebody at All}")]);

        Assert.Equal(["b.yaml:4", "a.yaml:4"], faults.Select(fault => fault.Origin.ToString()));
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x61, 0 }, 1, "UTF-16")]
    [InlineData(new byte[] { 0x61, 0x0A, 0xE9, 0x0A }, 2, "E9 is no UTF-8")]
    [InlineData(new byte[] { 0x61, 0x0A, 0x0A, 0x00 }, 3, "00 is in no text")]
    public void What_is_no_text_in_UTF_8_is_one_fault_with_its_line(byte[] content, int line, string part)
    {
        var fault = Assert.Single(Assert.Throws<AuthorityException>(() => AuthorityText.Decode("mine.yaml", content)).Faults);

        Assert.Equal(new AuthorityOrigin("mine.yaml", line), fault.Origin);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Assert.Equal("é", AuthorityText.Decode("mine.yaml", [0xEF, 0xBB, 0xBF, 0xC3, 0xA9]));

    [Theory]
    [InlineData("  - {id: Quiet Agency, to: 2005}\n  - {id: Loud Agency, from: 2004, predecessors: Quiet Agency}")]
    [InlineData("  - {id: Quiet Agency}\n  - {id: Quiet Agency (Elsewhere), country: FJ}")]
    [InlineData("  - {id: Quiet Agency, to: 2004}\n  - {id: Quiet Agency (new), from: 2004, predecessors: Quiet Agency}")]
    [InlineData("  - {id: Quiet Agency}\n  - {id: Quiet Agency, type: programme}")]
    [InlineData("  - {id: Quiet Agency, short: [Hush, HSH], names: [Agency of Hush, 静庁], country: null}")]
    [InlineData("  - {id: Quiet Agency, country: NO, parent: METI}\n---\nentries:\n  - {id: Quiet Plan, type: programme, owner: Quiet Agency, source: y}")]
    public void What_a_rule_settles_is_no_fault(string entries) => Assert.Empty(Check(Head + entries));

    [Fact]
    public void Every_fault_of_a_file_is_named_at_once()
    {
        var faults = Check(Head + "  - {id: A, type: wizard}\n  - {colour: red}\n  - {id: Quiet Agency, from: x}");

        Assert.Equal([4, 5, 5, 6], faults.Select(fault => fault.Origin.Line));
    }

    [Fact]
    public void A_second_file_may_point_to_the_first()
    {
        (string, string)[] files = [("a.yaml", Head + "  - {id: Quiet Agency}"), ("b.yaml", Head + "  - {id: Loud Agency, parent: Quiet Agency}")];

        Assert.Empty(AuthorityValidator.Check(AuthorityFiles.BuiltIn, files));
    }

    [Fact]
    public void The_schema_knows_the_reader_s_keys_and_types()
    {
        var path = Path.Combine(SharedData.Repository, "src", "PolicySearch.Extraction", "Authority", "Data", "authority.schema.json");
        var schema = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        var entry = schema.GetProperty("$defs").GetProperty("entry").GetProperty("properties");

        Assert.Equal(SectionEntries.Keys, entry.EnumerateObject().Select(property => property.Name));
        Assert.Equal(SectionEntries.TypeNames, schema.GetProperty("$defs").GetProperty("type").GetProperty("enum").EnumerateArray().Select(name => name.GetString()!));
    }

    private static IReadOnlyList<AuthorityFault> Check(string text) => AuthorityValidator.Check(AuthorityFiles.BuiltIn, [("mine.yaml", text)]);
}
