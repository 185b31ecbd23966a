namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>Walks all members of a source, with those of archives and messages among them, one at a time.</summary>
/// <param name="source">The outermost source.</param>
/// <param name="kindOf">What a source holds; null for nothing.</param>
/// <param name="limits">Limits.</param>
internal sealed class MemberWalk(SourceFile source, Func<SourceFile, MemberKind?> kindOf, ExtractionLimits limits)
{
    private readonly ExpansionBudget _budget = new(limits, source.Content.Length);
    private readonly Stack<MemberLevel> _open = new();
    private readonly List<string> _notes = [];

    /// <summary>What was passed over, as far as the walk has come.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The members; what cannot be read of an archive is a failure under its path.</summary>
    public IEnumerable<SourceMember> Members()
    {
        try
        {
            _open.Push(new MemberLevel("", kindOf(source)!, _budget));
            while (_open.TryPeek(out var level))
            {
                var (raw, failure) = level.Next();
                if (raw is { } member)
                {
                    foreach (var found in Take(level.PathOf(member.Name), member))
                    {
                        yield return found;
                    }

                    continue;
                }

                _notes.AddRange(level.Notes);
                _open.Pop().Dispose();
                if (failure is not null)
                {
                    yield return new SourceMember(_budget.IsSpent ? "" : level.FailurePath, null, failure);
                }

                if (_budget.IsSpent)
                {
                    yield break;
                }
            }

            if (_budget.LeftOut is { } leftOut)
            {
                yield return new SourceMember("", null, leftOut);
            }
        }
        finally
        {
            foreach (var level in _open)
            {
                level.Dispose();
            }
        }
    }

    private IEnumerable<SourceMember> Take(string path, RawMember member)
    {
        if (member.Failure is not null || member.Content.IsEmpty)
        {
            return [new SourceMember(path, null, member.Failure ?? "the file is empty")];
        }

        var file = new SourceFile(source.Name + SourceMember.Separator + path, member.Content);
        var kind = kindOf(file);
        if (kind is not null)
        {
            _open.Push(new MemberLevel(path, _open.Count < limits.MaxArchiveNesting ? kind : kind with { Open = TooDeep }, _budget));
        }

        return kind is { IsArchive: true } ? [] : [new SourceMember(path, file, null)];
    }

    private IMemberList TooDeep(ExpansionBudget budget) =>
        throw new ExtractionException($"what lies in it is not read: at most {limits.MaxArchiveNesting} archives and messages are opened in each other");
}

/// <summary>One of the archives and messages that are open in each other.</summary>
/// <param name="path">Its path in the outermost source; empty for that one.</param>
/// <param name="kind">What it is.</param>
/// <param name="budget">Counts what is taken out of it.</param>
internal sealed class MemberLevel(string path, MemberKind kind, ExpansionBudget budget) : IDisposable
{
    private readonly string _prefix = path.Length > 0 ? path + SourceMember.Separator : "";
    private readonly MemberNames _names = new();
    private IMemberList? _list;
    private bool _isEmpty = true;

    /// <summary>Where its own failure is listed: a message is a document itself, so its attachments fail under a name of theirs.</summary>
    public string FailurePath => kind.IsArchive || path.Length == 0 ? path : _prefix + SourceMember.Attachments;

    /// <summary>What was passed over in it, as far as it was read.</summary>
    public IEnumerable<string> Notes => (_list?.Notes ?? []).Select(note => path.Length == 0 ? note : $"{path}: {note}");

    /// <summary>The path of a member in the outermost source.</summary>
    public string PathOf(string name) => _prefix + _names.Add(name);

    /// <summary>The next member that is not hidden; null at the end, with the reason where the end is a fault.</summary>
    public (RawMember? Member, string? Failure) Next()
    {
        try
        {
            _list ??= kind.Open(budget);
            while (_list.Next() is { } member)
            {
                if (!MemberNames.IsHidden(member.Name))
                {
                    budget.TakeMember();
                    _isEmpty = false;
                    return (member, null);
                }
            }

            return (null, kind.IsArchive && _isEmpty ? "it holds no files to read" : null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever is wrong with one archive, the others are read.
            return (null, e is ExtractionException ? e.Message : $"it is broken: {e.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _list?.Dispose();
}
