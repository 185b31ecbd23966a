using PolicySearch.Extraction.Extractors;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests.Extractors;

public class HostilePackageTests
{
    [Fact]
    public void A_zip_bomb_is_refused_by_its_ratio()
    {
        var bomb = SomePackage.Docx(new string(' ', 60 * 1024 * 1024));
        Assert.Contains("would unpack", Refusal(bomb), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_parts_are_refused()
    {
        var many = SomePackage.Zip([("[Content_Types].xml", ""), ("word/document.xml", ""), .. Enumerable.Range(0, 21_000).Select(i => ($"p{i}", ""))]);
        Assert.Contains("parts", Refusal(many), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_anything_walks_it()
    {
        const int Depth = 100_000;
        var nested = string.Concat(Enumerable.Repeat("<w:sdtContent>", Depth)) + string.Concat(Enumerable.Repeat("</w:sdtContent>", Depth));
        Assert.Contains("nests", Refusal(SomePackage.Docx(nested)), StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_never_defined()
    {
        const string Laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><d><body><p><r><t>&b;&f;</t></r></p></body></d>";
        Assert.Contains("broken", Refusal(SomePackage.Zip(("[Content_Types].xml", ""), ("word/document.xml", Laughs))), StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_outside_the_package_are_not_followed()
    {
        var document = SomePackage.Read(SomePackage.Zip(
            ("[Content_Types].xml", ""),
            ("word/document.xml", "<d><body><p><r><t>Words.</t></r></p></body></d>"),
            ("word/_rels/document.xml.rels", "<R><Relationship Id=\"1\" Type=\"x/styles\" Target=\"http://127.0.0.1:9/s.xml\" TargetMode=\"External\"/><Relationship Id=\"2\" Type=\"x/footnotes\" Target=\"../../../../etc/passwd\"/></R>")));
        Assert.Equal("Words.", document.Text);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void Damaged_documents_are_read_or_refused(int seed)
    {
        var random = new Random(seed);
        byte[][] sound =
        [
            SomePackage.Docx(SomePackage.P("Some words of the plan.") + $"<w:tbl><w:tr><w:tc>{SomePackage.P("a")}</w:tc><w:tc>{SomePackage.P("b")}</w:tc></w:tr></w:tbl>"),
            SomePackage.Xlsx("<row><c><v>1</v></c><c><v>2</v></c></row>"),
            SomePackage.Odf("text", "<office:text><text:h>Part</text:h><text:p>Words.</text:p></office:text>"),
        ];
        for (var round = 0; round < LongRun.Rounds(150, 5000); round++)
        {
            var bytes = sound[round % sound.Length].ToArray();
            for (var i = random.Next(1, 12); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            bytes = random.Next(4) == 0 ? bytes[..random.Next(1, bytes.Length)] : bytes;
            try
            {
                DocumentRules.AssertSound(SomePackage.Read(bytes), $"seed {seed}, round {round}");
            }
            catch (ExtractionException refused)
            {
                Assert.NotEmpty(refused.Message);
            }
        }
    }

    private static string Refusal(byte[] bytes) => Assert.Throws<ExtractionException>(() => SomePackage.Read(bytes)).Message;
}
