using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Testing;

namespace PolicySearch.Extraction.Tests;

/// <summary>The starter documents.</summary>
internal static class Seeds
{
    public const string KeyPolicies = "000_39b75e93ca6f4567.txt";
    public const string Actors = "001_c8c9776b7842e505.txt";
    public const string Revisited = "002_eb708575c07e7642.txt";
    public const string ThreeTerms = "003_010c76a233471e3e.txt";
    public const string Factsheet = "004_e4e5cc4cae573639.txt";

    public static TheoryData<string> Names => [KeyPolicies, Actors, Revisited, ThreeTerms, Factsheet];

    public static SourceFile Source(string name) => new(name, File.ReadAllBytes(Path.Combine(SharedData.Repository, "seeds", name)));

    public static Document Read(string name) => new PlainTextExtractor().Extract(Source(name), CancellationToken.None);
}
