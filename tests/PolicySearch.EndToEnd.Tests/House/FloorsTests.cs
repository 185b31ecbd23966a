using System.Xml.Linq;
using PolicySearch.Testing;

namespace PolicySearch.EndToEnd.Tests.House;

/// <summary>The floors of the house: what each project may use, and nothing else.</summary>
public sealed class FloorsTests
{
    private static readonly Dictionary<string, (int Floor, string[] Packages)> Floors = new()
    {
        ["PolicySearch.Text"] = (0, []),
        ["PolicySearch.Engine"] = (1, []),
        ["PolicySearch.Extraction"] = (1, ["AngleSharp", "ExcelDataReader", "Markdig", "DocumentFormat.OpenXml", "YamlDotNet"]),
        ["PolicySearch.Service"] = (2, ["Microsoft.Extensions.Logging.Abstractions"]),
        ["PolicySearch.Host"] = (3, ["Microsoft.AspNetCore.OpenApi", "System.CommandLine", "Spectre.Console"]),
    };

    public static TheoryData<string> Projects => [.. Floors.Keys];

    [Fact]
    public void Every_project_under_src_has_a_floor()
    {
        var found = Directory.GetDirectories(Path.Combine(SharedData.Repository, "src")).Select(Path.GetFileName).Order();

        Assert.Equal(Floors.Keys.Order(), found);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_point_to_lower_floors_only(string project)
    {
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.All(references, reference => Assert.True(
            Floors[reference].Floor < Floors[project].Floor, $"{project} refers to {reference}, which is not below it"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Packages_are_those_that_the_floor_may_use(string project) =>
        Assert.Empty(Items(project, "PackageReference").Except(Floors[project].Packages));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Source_names_no_namespace_of_another_room_of_its_floor_or_above(string project)
    {
        var forbidden = Floors.Where(other => other.Key != project && other.Value.Floor >= Floors[project].Floor).Select(other => other.Key).ToArray();
        var sources = Directory.GetFiles(Folder(project), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.DoesNotContain(
            File.ReadLines(source), line => line.StartsWith("using ", StringComparison.Ordinal) && forbidden.Any(name => line.Contains(name, StringComparison.Ordinal))));
    }

    [Fact]
    public void Each_namespace_matches_its_folder()
    {
        foreach (var project in Floors.Keys)
        {
            foreach (var source in Directory.GetFiles(Folder(project), "*.cs", SearchOption.AllDirectories))
            {
                var stated = File.ReadLines(source).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal));
                if (stated is not null)
                {
                    var folder = Path.GetRelativePath(Folder(project), Path.GetDirectoryName(source)!);
                    var expected = folder == "." ? project : $"{project}.{folder.Replace(Path.DirectorySeparatorChar, '.')}";
                    Assert.Equal($"namespace {expected};", stated);
                }
            }
        }
    }

    private static string Folder(string project) => Path.Combine(SharedData.Repository, "src", project);

    private static string[] Items(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Folder(project), project + ".csproj")).Descendants(kind).Select(item => (string)item.Attribute("Include")!)];
}
