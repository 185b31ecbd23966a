using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Extraction.Tests.Tagging;

namespace PolicySearch.Extraction.Tests.Authority;

public sealed class AuthorityTests
{
    private static readonly Tagger Tagger = new();

    [Theory]
    [InlineData(MentionType.Ministry, "経済産業省", "METI")]
    [InlineData(MentionType.Ministry, "meti", "METI")]
    [InlineData(MentionType.Ministry, "ministry of economy, trade and industry", "METI")]
    [InlineData(MentionType.Ministry, "通産省", "MITI")]
    [InlineData(MentionType.Ministry, "文部科学省", "MEXT")]
    [InlineData(MentionType.Ministry, "厚労省", "MHLW")]
    [InlineData(MentionType.Ministry, "農林水産省", "MAFF")]
    [InlineData(MentionType.Ministry, "総務省", "MIC")]
    [InlineData(MentionType.Ministry, "Cabinet Office", "Cabinet Office")]
    [InlineData(MentionType.Agency, "New Energy and Industrial Technology Development Organisation", "NEDO")]
    [InlineData(MentionType.Agency, "ＮＥＤＯ", "NEDO")]
    [InlineData(MentionType.Agency, "特許庁", "JPO")]
    [InlineData(MentionType.Place, "united states", "United States")]
    [InlineData(MentionType.Place, "大阪府", "Osaka Prefecture")]
    [InlineData(MentionType.Organisation, "経団連", "Keidanren")]
    [InlineData(MentionType.Programme, "知的クラスター創成事業", "Knowledge Cluster Initiative")]
    public void A_name_in_any_language_and_case_resolves_to_its_id(MentionType type, string name, string id)
    {
        // "organisation" and "organization" are told apart only by a letter that the key keeps; both spellings are looked up.
        var resolved = Tagger.Resolve(type, name) ?? Tagger.Resolve(type, name.Replace("isation", "ization", StringComparison.Ordinal));
        Assert.Equal(id, resolved);
    }

    [Theory]
    [InlineData("Ministry of Economy, Trade and Industry Japan")]
    [InlineData("Ministry of Economy, Trade and Industry (Japan)")]
    [InlineData("Ministry of Economy, Trade and Industry of Japan")]
    public void A_ministry_is_resolved_with_its_country_behind_it(string name) => Assert.Equal("METI", new Tagger().Resolve(MentionType.Ministry, name));

    [Fact]
    public void A_ministry_is_not_resolved_with_another_country_behind_it() =>
        Assert.Null(new Tagger().Resolve(MentionType.Ministry, "Ministry of Economy, Trade and Industry Germany"));

    [Fact]
    public void British_and_American_spellings_resolve_alike() =>
        Assert.Equal("NEDO", new Tagger().Resolve(MentionType.Agency, "New Energy and Industrial Technology Development Organisation"));

    [Fact]
    public void An_unknown_name_resolves_to_nothing() => Assert.Null(Tagger.Resolve(MentionType.Ministry, "Ministry of Silly Walks"));

    [Fact]
    public void The_built_in_files_are_sound_and_every_entry_finds_itself()
    {
        AuthorityReader.Validate(AuthorityFiles.BuiltIn.Entries);
        Assert.True(AuthorityFiles.BuiltIn.Entries.Count > 1500);
        foreach (var entry in AuthorityFiles.BuiltIn.Entries.Where(entry => entry.Type is not null))
        {
            Assert.Equal(entry.Id, Tagger.Resolve(entry.Type!.Value, entry.Id));
        }
    }

    [Fact]
    public void A_file_that_breaks_the_schema_is_refused_with_all_that_is_wrong()
    {
        var error = Assert.Throws<AuthorityException>(() => AuthorityReader.Read("mine.yaml", "source: x\nentries:\n  - {id: A, type: wizard}\n  - {type: place}"));
        Assert.Contains("mine.yaml:3", error.Message, StringComparison.Ordinal);
        Assert.Contains("mine.yaml:4", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, error.Faults.Count);
    }

    [Fact]
    public void Two_entries_of_one_id_and_unknown_parents_are_refused()
    {
        var twice = AuthorityReader.Read("a.yaml", "source: x\nentries:\n  - {id: A, type: place}\n  - {id: A, type: place}");
        Assert.Contains("join the two", Assert.Throws<AuthorityException>(() => AuthorityReader.Validate(twice)).Message, StringComparison.Ordinal);
        var orphan = AuthorityReader.Read("a.yaml", "source: x\nentries:\n  - {id: A, type: place, parent: B}");
        Assert.Contains("'B'", Assert.Throws<AuthorityException>(() => AuthorityReader.Validate(orphan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_ones_own_overrides_what_comes_with_the_program()
    {
        var files = AuthorityFiles.BuiltIn.With("mine.yaml", "source: me\nentries:\n  - {id: Office of Small Wonders, type: agency, short: OSW}");
        var tagger = new Tagger(files);
        const string Text = "OSW was founded.";
        Assert.Equal("Office of Small Wonders", Assert.Single(tagger.Tag(PlainDocuments.OfOneBlock(Text))).Id);
        Assert.NotEqual(Tagger.Fingerprint, tagger.Fingerprint);
    }
}
