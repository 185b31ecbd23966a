using PolicySearch.Testing;

namespace PolicySearch.Service.Tests.Ingestion.Simulation;

/// <summary>Two source roots in which things happen at random: files come, change, move, go, are written in halves, cannot be read, are broken; folders are renamed; roots vanish and come back.</summary>
internal sealed class ChangingFolders(TemporaryFolder folder, FlakyStore store, Random random, ManualTime time)
{
    private const int MostFiles = 60;
    private static readonly string[] Roots = ["docs", "more"];

    /// <summary>What each file holds, by its root's name and its path below it.</summary>
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The other halves of files of which one has been written.</summary>
    private readonly SortedDictionary<string, string> _halves = new(StringComparer.Ordinal);

    private readonly HashSet<string> _away = new(StringComparer.Ordinal);
    private int _number;

    /// <summary>The root folders.</summary>
    public string[] Folders { get; } = [.. Roots.Select(root => Directory.CreateDirectory(folder[root]).FullName)];

    /// <summary>Full paths in which something happened since they were last taken.</summary>
    public List<string> Changed { get; } = [];

    /// <summary>What an index in step holds: texts by address, except of files that are broken.</summary>
    public Dictionary<string, string> Sound => _files.Where(file => !IsBroken(file.Value)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Addresses of files that are broken.</summary>
    public IEnumerable<string> Broken => _files.Where(file => IsBroken(file.Value)).Select(file => file.Key);

    /// <summary>Lets one thing happen.</summary>
    public void Step()
    {
        switch (random.Next(20))
        {
            case < 5 when _files.Count < MostFiles:
                Put($"{Pick(Roots)}/{Pick(["", "a/", "b/", "b/c/"])}{_number++}.txt", Text());
                break;
            case < 9:
                WithFile(address => Put(address, Text()));
                break;
            case < 11:
                WithFile(Move);
                break;
            case < 13:
                WithFile(Delete);
                break;
            case 13:
                WithFile(WriteHalf);
                break;
            case 14:
                WithFile(address => Put(address, "broken " + Text()));
                break;
            case 15:
                WithFile(address => store.Unreadable.Add(address));
                break;
            case 16:
                store.Unreadable.Clear();
                break;
            case 17:
                RenameFolder();
                break;
            case 18:
                Vanish();
                break;
            default:
                WithFile(Touch);
                break;
        }
    }

    /// <summary>Lets all come to rest: roots are back, files complete and readable.</summary>
    public void Settle()
    {
        Return();
        store.Unreadable.Clear();
        foreach (var (address, rest) in _halves.ToList())
        {
            Put(address, _files[address] + rest);
        }
    }

    /// <summary>Mends what is broken.</summary>
    public void Mend()
    {
        foreach (var address in Broken.ToList())
        {
            Put(address, Text());
        }
    }

    /// <summary>Brings roots back that are away.</summary>
    public void Return()
    {
        foreach (var root in _away)
        {
            Directory.Move(folder[root] + "-away", folder[root]);
        }

        _away.Clear();
    }

    private static bool IsBroken(string text) => text.Contains("broken", StringComparison.Ordinal);

    private string Text() => string.Join('\n', Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"line {random.Next(1000)} of METI in {random.Next(1990, 2030)}"));

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    private void WithFile(Action<string> act)
    {
        var here = _files.Keys.Where(IsHere).ToList();
        if (here.Count > 0)
        {
            act(Pick(here));
        }
    }

    private bool IsHere(string address) => !_away.Contains(address.Split('/')[0]);

    private void Put(string address, string text)
    {
        if (!IsHere(address))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder[address])!);
        File.WriteAllText(folder[address], text);
        _files[address] = text;
        _halves.Remove(address);
        Touch(address);
    }

    private void Touch(string address)
    {
        File.SetLastWriteTimeUtc(folder[address], time.GetUtcNow().UtcDateTime);
        Changed.Add(folder[address]);
    }

    private void WriteHalf(string address)
    {
        var text = Text();
        Put(address, text[..(text.Length / 2)]);
        _halves[address] = text[(text.Length / 2)..];
    }

    private void Move(string address)
    {
        var to = $"{Pick(Roots)}/{_number++}.txt";
        if (!IsHere(to))
        {
            return;
        }

        File.Move(folder[address], folder[to]);
        Rename(address, to);
    }

    private void Delete(string address)
    {
        File.Delete(folder[address]);
        Forget(address);
        Changed.Add(folder[address]);
    }

    private void RenameFolder()
    {
        var from = Pick(Roots) + "/b";
        var to = from + _number++;
        if (!IsHere(from) || !Directory.Exists(folder[from]))
        {
            return;
        }

        Directory.Move(folder[from], folder[to]);
        Changed.Add(folder[from]);
        foreach (var address in _files.Keys.Where(address => address.StartsWith(from + "/", StringComparison.Ordinal)).ToList())
        {
            Rename(address, to + address[from.Length..]);
        }
    }

    private void Vanish()
    {
        if (_away.Count == 0)
        {
            var root = Pick(Roots);
            Directory.Move(folder[root], folder[root] + "-away");
            _away.Add(root);
        }
        else
        {
            Return();
        }
    }

    private void Rename(string from, string to)
    {
        _files[to] = _files[from];
        if (_halves.TryGetValue(from, out var rest))
        {
            _halves[to] = rest;
        }

        if (store.Unreadable.Contains(from))
        {
            store.Unreadable.Add(to);
        }

        Forget(from);
        Changed.Add(folder[from]);
        Changed.Add(folder[to]);
    }

    private void Forget(string address)
    {
        _files.Remove(address);
        _halves.Remove(address);
        store.Unreadable.Remove(address);
    }
}
