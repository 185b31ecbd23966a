using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("PolicySearch.Engine.Tests")]
[assembly: InternalsVisibleTo("PolicySearch.Testing")]
[assembly: InternalsVisibleTo("PolicySearch.Benchmarks")]
