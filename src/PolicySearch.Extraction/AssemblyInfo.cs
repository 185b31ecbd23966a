using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PolicySearch.Extraction.Tests")]
