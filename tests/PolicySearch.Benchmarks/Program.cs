using PolicySearch.Benchmarks.Peer;

if (args is ["peer", ..])
{
    return PeerProgram.Run(args[1..]);
}

Console.Error.WriteLine("usage: peer index|bench|dump ... (see peers/README.md)");
return 2;
