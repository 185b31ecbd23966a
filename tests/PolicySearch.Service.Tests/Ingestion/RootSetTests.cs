using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service.Tests.Ingestion;

public sealed class RootSetTests
{
    [Fact]
    public void A_root_is_named_by_its_folder_s_last_part()
    {
        var roots = new RootSet([]);

        Assert.Equal(new SourceRoot("docs", Full("/data/docs")), roots.Add("/data/docs/"));
        Assert.Equal(new SourceRoot("docs", Full("/data/docs")), roots.Add("/data/x/../docs"));
        Assert.Single(roots.All);
    }

    [Fact]
    public void Two_folders_of_one_name_are_refused_until_one_is_named_otherwise()
    {
        var roots = new RootSet([]);
        roots.Add("/a/docs");

        var fault = Assert.Throws<IngestionException>(() => roots.Add("/b/docs"));
        Assert.Contains("NAME=", fault.Message, StringComparison.Ordinal);
        Assert.Equal("more", roots.Add("more=/b/docs").Name);
        Assert.Equal("more", roots.Add("/b/docs").Name);
    }

    [Fact]
    public void The_root_of_the_file_system_needs_a_name() =>
        Assert.Throws<IngestionException>(() => new RootSet([]).Add("/"));

    [Theory]
    [InlineData("/a/docs/x/y.txt", "docs", "x/y.txt")]
    [InlineData("/a/docs/inner/z.txt", "inner", "z.txt")]
    [InlineData("/a/docs2/y.txt", null, null)]
    [InlineData("/a/docs", null, null)]
    public void A_file_belongs_to_the_deepest_root_above_it(string file, string? name, string? path)
    {
        var roots = new RootSet([]);
        roots.Add("/a/docs");
        roots.Add("/a/docs/inner");

        var found = roots.FindFile(file);
        Assert.Equal((name, path), (found?.Root.Name, found?.Path));
    }

    [Fact]
    public void A_root_is_found_by_name_and_by_path()
    {
        var roots = new RootSet([]);
        var root = roots.Add("/a/docs");

        Assert.Equal(root, roots.Find("docs"));
        Assert.Equal(root, roots.Find("/a/docs/"));
        Assert.Null(roots.Find("other"));
    }

    private static string Full(string path) => Path.GetFullPath(path);
}
