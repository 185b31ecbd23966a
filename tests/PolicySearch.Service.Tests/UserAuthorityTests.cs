using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Testing;

namespace PolicySearch.Service.Tests;

public sealed class UserAuthorityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Files_are_laid_over_the_built_in_one_in_their_order()
    {
        var authority = UserAuthority.Read([Write("a.yaml", "{id: Quiet Office, type: agency, short: QOO}"), Write("b.yaml", "{id: Quiet Office, short: QOP, drop: QOO}")]);
        var tagger = new Taggers().Of(authority);

        Assert.Equal("Quiet Office", tagger.Resolve(MentionType.Agency, "QOP"));
        Assert.Null(tagger.Resolve(MentionType.Agency, "QOO"));
        Assert.Equal("METI", tagger.Resolve(MentionType.Ministry, "METI"));
    }

    [Fact]
    public void A_file_named_twice_is_read_once()
    {
        var file = Write("a.yaml", "{id: MITI, same_as: METI}");
        var authority = UserAuthority.Read([file, Path.Combine(_folder.Path, ".", "a.yaml")]);

        Assert.Equal([file], authority.Files.Select(one => one.Path));
        Assert.NotEmpty(authority.ToFiles().Entries);
    }

    [Fact]
    public void What_a_commit_keeps_is_read_back()
    {
        var authority = UserAuthority.Read([Write("a.yaml", "{id: 静庁, type: agency}")]);

        Assert.Equal(authority.Files, UserAuthority.FromJson(authority.ToJson()).Files);
        Assert.Empty(UserAuthority.FromJson(UserAuthority.None.ToJson()).Files);
    }

    [Fact]
    public void Differences_are_told_by_file()
    {
        var before = UserAuthority.Read([Write("a.yaml", "{id: Quiet Office, type: agency}"), Write("b.yaml", "{id: Loud Office, type: agency}")]);
        Write("a.yaml", "{id: Quiet Office, type: ministry}");
        var after = UserAuthority.Read([_folder["a.yaml"], Write("c.yaml", "{id: Mild Office, type: agency}")]);

        Assert.False(after.HasSameNames(before));
        Assert.Equal("the authority file a.yaml has changed, the authority file c.yaml is new, the authority file b.yaml is used no longer", after.DifferenceFrom(before));
        Assert.Equal("the authority files stand in another order", UserAuthority.Read([_folder["c.yaml"], _folder["a.yaml"]]).DifferenceFrom(after));
    }

    [Fact]
    public void Names_are_the_same_wherever_the_file_lies()
    {
        var here = UserAuthority.Read([Write("a.yaml", "{id: Quiet Office, type: agency}")]);

        Assert.True(here.HasSameNames(UserAuthority.Read([Write("other/a.yaml", "{id: Quiet Office, type: agency}")])));
    }

    [Fact]
    public void Looking_again_sees_changes_and_keeps_what_is_gone()
    {
        var authority = UserAuthority.Read([Write("a.yaml", "{id: Quiet Office, type: agency}"), Write("b.yaml", "{id: Loud Office, type: agency}")]);
        Write("a.yaml", "{id: Mild Office, type: agency}");
        File.Delete(_folder["b.yaml"]);
        var notes = new List<string>();
        var again = authority.Refreshed(notes);

        Assert.Contains("Mild Office", again.Files[0].Text, StringComparison.Ordinal);
        Assert.Equal(authority.Files[1], again.Files[1]);
        Assert.Contains("b.yaml is gone", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        Assert.Contains("is a folder", Refusal(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refusal(_folder["none.yaml"]), StringComparison.Ordinal);
        Assert.Contains("empty", Refusal(" "), StringComparison.Ordinal);
        File.WriteAllBytes(_folder["latin.yaml"], [(byte)'a', 0xE9]);
        Assert.Contains("UTF-8", Refusal(_folder["latin.yaml"]), StringComparison.Ordinal);
        File.WriteAllBytes(_folder["large.yaml"], new byte[5 * 1024 * 1024]);
        Assert.Contains("at most", Refusal(_folder["large.yaml"]), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Refusal(string path) => Assert.Throws<AuthorityException>(() => UserAuthority.Read([path])).Message;

    private string Write(string name, string entry) => _folder.Write(name, $"source: x\nentries:\n  - {entry}\n");
}
