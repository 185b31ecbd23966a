using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Authority.Validation;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Extraction.Tests.Tagging;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Authority;

/// <summary>A file of the user's own, laid over what comes with the program.</summary>
public sealed class AuthorityOverlayTests
{
    private const string Head = "source: the house rules\nentries:\n";

    [Fact]
    public void What_is_new_is_found_and_everything_else_stays()
    {
        var files = Overlay("  - {id: Office of Small Wonders, type: agency, names: 小驚局, short: OSW}");

        Assert.Equal(AuthorityFiles.BuiltIn.Entries.Count + 1, files.Entries.Count);
        Assert.Equal("agency:Office of Small Wonders@OSW|ministry:METI@METI", Tags(files, "The OSW and METI met."));
        Assert.Equal("agency:Office of Small Wonders@小驚局", Tags(files, "小驚局が発表した。"));
        Assert.NotEqual(AuthorityFiles.BuiltIn.Hash, files.Hash);
    }

    [Fact]
    public void An_entry_whose_id_is_known_adds_names_and_keeps_the_rest()
    {
        var entry = Entry(Overlay("  - {id: METI, names: Ministry of Making Things, short: MMT, to: 2030}"), "METI");

        Assert.Contains("経済産業省", entry.Names);
        Assert.Contains("Ministry of Making Things", entry.Names);
        Assert.Equal(["MMT"], entry.Short);
        Assert.Equal((MentionType.Ministry, "JP", 2001, 2030), (entry.Type, entry.Country, entry.From, entry.To));
        Assert.Equal(["MITI"], entry.Predecessors);
        Assert.Equal(new AuthorityOrigin("mine.yaml", 3), entry.Origin);
    }

    [Fact]
    public void A_known_entry_keeps_its_place_so_that_it_is_as_well_known_as_before()
    {
        static int Place(AuthorityFiles files) => files.Entries.ToList().FindIndex(entry => entry.Id == "METI");

        Assert.Equal(Place(AuthorityFiles.BuiltIn), Place(Overlay("  - {id: METI, short: MMT}")));
    }

    [Fact]
    public void Null_takes_a_value_away_and_a_type_may_be_changed()
    {
        var files = Overlay("  - {id: METI, from: null}\n  - {id: JETRO, type: organisation}\n  - {id: NEDO, type: none}");

        Assert.Null(Entry(files, "METI").From);
        Assert.Equal("organisation:JETRO@JETRO", Tags(files, "JETRO and NEDO met."));
    }

    [Fact]
    public void Defaults_hold_for_what_is_new_alone()
    {
        var files = AuthorityFiles.BuiltIn.With("mine.yaml", "source: x\ndefaults: {type: agency, country: KR}\nentries:\n  - {id: METI, short: MMT}\n  - {id: Office of Small Wonders}");

        Assert.Equal((MentionType.Ministry, "JP"), (Entry(files, "METI").Type, Entry(files, "METI").Country));
        Assert.Equal((MentionType.Agency, "KR"), (Entry(files, "Office of Small Wonders").Type, Entry(files, "Office of Small Wonders").Country));
    }

    [Fact]
    public void Two_entries_that_are_the_same_share_id_names_and_what_points_to_them()
    {
        var files = Overlay("  - {id: MITI, same_as: METI}");

        Assert.Equal("ministry:METI@MITI|ministry:METI@通商産業省", Tags(files, "MITI was 通商産業省."));
        Assert.Equal("METI", new Tagger(files).Resolve(MentionType.Ministry, "miti"));
        Assert.DoesNotContain(files.Entries, entry => entry.Id == "MITI");
        Assert.Empty(Entry(files, "METI").Predecessors);
        Assert.DoesNotContain(files.Entries, entry => entry.Owners.Contains("MITI") || entry.Parent == "MITI");
    }

    [Fact]
    public void What_documents_name_in_two_ways_becomes_one()
    {
        var files = Overlay(
            "  - {id: Ministry of Small Wonders, type: ministry}\n  - {id: Wonders Ministry, type: ministry, names: Ministry of Wonderment, same_as: WM}\n  - {id: WM, type: ministry, same_as: Ministry of Small Wonders}");

        Assert.Equal(
            "ministry:Ministry of Small Wonders@Wonders Ministry|ministry:Ministry of Small Wonders@WM|ministry:Ministry of Small Wonders@Ministry of Wonderment",
            Tags(files, "The Wonders Ministry (once WM) follows the Ministry of Wonderment."));
    }

    [Fact]
    public void A_dropped_name_is_found_no_more()
    {
        var files = Overlay("  - {id: METI, drop: 経産省}");

        Assert.Equal("ministry:METI@経済産業省", Tags(files, "経済産業省"));
        Assert.DoesNotContain("METI", Tags(files, "経産省"), StringComparison.Ordinal);
        Assert.Null(new Tagger(files).Resolve(MentionType.Ministry, "経産省"));
    }

    [Fact]
    public void A_name_goes_to_whom_the_file_gives_it()
    {
        var files = Overlay("  - {id: MITI, names: 経産省}");

        Assert.Equal("ministry:MITI@経産省", Tags(files, "経産省"));
        Assert.DoesNotContain("経産省", Entry(files, "METI").Names);
    }

    [Fact]
    public void A_name_that_another_country_has_stays_with_both()
    {
        var files = Overlay("  - {id: 'Ministry of Economy, Trade and Industry (Utopia)', type: ministry, country: UT}");

        Assert.Contains("Ministry of Economy, Trade and Industry", Entry(files, "METI").Names);
    }

    [Fact]
    public void A_later_file_changes_what_an_earlier_one_says()
    {
        var files = Overlay("  - {id: Office of Small Wonders, type: agency, names: 小驚き}")
            .With("second.yaml", Head + "  - {id: Office of Small Wonders, short: OSW, drop: 小驚き}");

        Assert.Equal("agency:Office of Small Wonders@OSW", Tags(files, "OSW, 小驚き"));
    }

    [Theory]
    [InlineData("  - {id: Nobody, same_as: METI}", 3, "type")]
    [InlineData("  - {id: Nobody, type: agency, same_as: Nowhere}", 3, "'Nowhere'")]
    [InlineData("  - {id: METI, same_as: METI}", 3, "itself")]
    [InlineData("  - {id: METI, same_as: MITI}\n  - {id: MITI, same_as: METI}", 3, "circle")]
    [InlineData("  - {id: METI, drop: Ministry of Silence}", 3, "'Ministry of Silence' is no name of METI")]
    [InlineData("  - {id: METI, drop: METI}", 3, "'type: none'")]
    [InlineData("  - {id: Nobody at All, type: agency, drop: Nobody}", 3, "nothing to drop")]
    [InlineData("  - {id: METI, short: MMT}\n  - {id: METI, short: MMU}", 4, "taken by mine.yaml:3")]
    [InlineData("  - {id: METI, names: MITI}", 3, "same_as: MITI")]
    [InlineData("  - {id: 経済産業省, type: ministry}", 3, "'id: METI'")]
    [InlineData("  - {id: meti, type: ministry}", 3, "same_as: METI")]
    [InlineData("  - {id: A1 Agency, type: agency, names: Hush}\n  - {id: B1 Agency, type: agency, names: Hush}", 4, "given to B1 Agency and to A1 Agency")]
    [InlineData("  - {id: METI, from: 2050, to: 2040}", 3, "2050")]
    [InlineData("  - {id: METI, parent: Nobody at All}", 3, "'Nobody at All'")]
    public void What_contradicts_itself_or_what_is_known_is_refused_with_its_line(string entries, int line, string part)
    {
        var error = Assert.Throws<AuthorityException>(() => Overlay(entries));

        Assert.Contains(error.Faults, fault => fault.Origin == new AuthorityOrigin("mine.yaml", line) && fault.Message.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_the_description_is_a_sound_file()
    {
        var description = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "PolicySearch.Extraction", "Authority", "Data", "README.md"));
        var example = description.Split("## A file of your own")[1].Split("```yaml\n")[1].Split("```")[0];
        var files = AuthorityFiles.BuiltIn.With("mine.yaml", example);

        Assert.Empty(AuthorityValidator.Check(AuthorityFiles.BuiltIn, [("mine.yaml", example)]));
        Assert.Equal(
            "organisation:Kyoto Knowledge Forum@Kyoto Knowledge Platform|organisation:JETRO@JETRO|ministry:METI@Keisan",
            Tags(files, "The Kyoto Knowledge Platform, JETRO and the Keisan went to Georgia."));
    }

    [Fact]
    public void The_program_s_own_files_have_no_use_for_the_keys_of_an_overlay() => Assert.Contains(
        "'same_as'",
        Assert.Throws<AuthorityException>(() => AuthorityReader.Read("a.yaml", Head + "  - {id: A, type: place, same_as: B}")).Message,
        StringComparison.Ordinal);

    private static AuthorityFiles Overlay(string entries) => AuthorityFiles.BuiltIn.With("mine.yaml", Head + entries);

    private static AuthorityEntry Entry(AuthorityFiles files, string id) => Assert.Single(files.Entries, entry => entry.Id == id);

    private static string Tags(AuthorityFiles files, string text) => string.Join(
        '|', new Tagger(files).Tag(PlainDocuments.OfOneBlock(text)).Select(mention => $"{mention.Type.ToString().ToLowerInvariant()}:{mention.Id}@{mention.Span.Of(text)}"));
}
