using BenchmarkDotNet.Running;
using PolicySearch.Benchmarks.Gold;
using PolicySearch.Benchmarks.Ingestion;
using PolicySearch.Benchmarks.Opening;
using PolicySearch.Benchmarks.Peer;
using PolicySearch.Benchmarks.Reading;

if (args is ["peer", ..])
{
    return PeerProgram.Run(args[1..]);
}

if (args is ["reading", _, ..])
{
    return ReadingBench.Run(args[1..]);
}

if (args is ["opening", var folder, var queries])
{
    return OpeningBench.Run(folder, queries);
}

if (args is ["folder", var target, var number])
{
    return SmallDocuments.Run(target, number);
}

if (args is ["arrival", var watched, var url])
{
    return await ArrivalBench.RunAsync(watched, url);
}

if (args is ["gold", ..])
{
    return GoldProgram.Run(args[1..]);
}

if (args is ["--filter", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(PeerProgram).Assembly).Run(args);
    return 0;
}

Console.Error.WriteLine("usage: peer index|bench|dump ... (see peers/README.md), opening DIR QUERIES, gold tags|blocks [SET]... [--errors N], reading FOLDER|FILE..., folder DIR NUMBER, arrival FOLDER URL, or --filter *NAME* for a benchmark");
return 2;
