using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds persons in Japanese text by surname and title: 岸田首相, 田中一郎教授, メルケル首相, 安倍政権.</summary>
internal sealed class JapanesePersonFinder : IFinder
{
    private readonly string[] _titles;
    private readonly string[] _surnames;
    private readonly Dictionary<string, AuthorityEntry> _known = new(StringComparer.Ordinal);

    public JapanesePersonFinder(AuthorityIndex authority, Lexicon lexicon)
    {
        _titles = lexicon.EastAsian("ja_title");
        _surnames = lexicon.EastAsian("ja_surname");
        foreach (var entry in authority.Entries.Where(entry => entry.Type == MentionType.Person))
        {
            foreach (var name in entry.Names)
            {
                if (NameRuns.Ending(name, _titles) is null && Surname(name) is { } surname && surname.Length < name.Length)
                {
                    _known.TryAdd(surname, entry);
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        foreach (var block in context.Blocks)
        {
            foreach (var (start, end) in NameRuns.In(context.Text, block))
            {
                FindIn(context, block, start, end);
            }
        }
    }

    private void FindIn(TaggingContext context, TextBlock block, int start, int end)
    {
        start += CabinetNumberLength(context.Text.AsSpan(start, end - start));
        var run = context.Text.AsSpan(start, end - start);
        if (TitleAt(run, out var length) is false || length is < 1 or > 16)
        {
            return;
        }

        var name = run[..length];
        if (Scripts.IsKatakana(name[0]))
        {
            if (length >= 3 && AllKatakana(name))
            {
                context.AddForm(block, MentionType.Person, start, start + length, "ja-person");
            }

            return;
        }

        if (Surname(name) is not { } surname || name.Length > surname.Length + 3)
        {
            return;
        }

        if (name.Length == surname.Length && _known.TryGetValue(surname, out var entry))
        {
            context.Candidates.Add(new Candidate(MentionType.Person, entry.Id, new TextSpan(start, start + length), Trust.Form, "rule:ja-person-surname")
            {
                Block = block.Number,
                Entry = entry,
                Source = new NameSource(entry.Id, entry.Origin),
            });
        }
        else
        {
            context.AddForm(block, MentionType.Person, start, start + length, "ja-person");
        }
    }

    // "次安倍内閣" of "第2次安倍内閣"
    private static int CabinetNumberLength(ReadOnlySpan<char> run) => run.Length > 2 && run[0] == '次' ? 1 : 0;

    // Where the run's first title begins; a title must end the run, or be followed by what goes with persons.
    private bool TitleAt(ReadOnlySpan<char> run, out int length)
    {
        length = 0;
        foreach (var title in _titles)
        {
            var at = run.IndexOf(title);
            if (at > 0 && (at + title.Length == run.Length || title.Length >= 2))
            {
                length = length == 0 ? at : Math.Min(length, at);
            }
        }

        return length > 0;
    }

    private string? Surname(ReadOnlySpan<char> name)
    {
        foreach (var surname in _surnames)
        {
            if (name.StartsWith(surname, StringComparison.Ordinal))
            {
                return surname;
            }
        }

        return null;
    }

    private static bool AllKatakana(ReadOnlySpan<char> name)
    {
        foreach (var unit in name)
        {
            if (!Scripts.IsKatakana(unit) && unit != '・')
            {
                return false;
            }
        }

        return true;
    }
}
