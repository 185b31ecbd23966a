using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Japanese;

/// <summary>Finds persons in Japanese text and settles whom a surname means: the one of that surname whom the document names in full.</summary>
internal sealed class JapanesePersonFinder
{
    private static readonly string[] HeadTitles = ["首相", "総理", "総理大臣", "大統領", "主席", "総統", "総書記", "政権", "内閣", "総裁"];

    private readonly AuthorityIndex _authority;
    private readonly PersonNames _names = PersonNames.BuiltIn;
    private readonly PersonReader _reader;
    private readonly Dictionary<string, AuthorityEntry> _known = new(StringComparer.Ordinal);

    public JapanesePersonFinder(AuthorityIndex authority, Lexicon lexicon, CommonWords common)
    {
        _authority = authority;
        _reader = new PersonReader(_names, new PersonTitles(lexicon), common, name => authority.Find(MentionType.Place, name) is not null);
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in authority.Entries.Where(entry => entry.Type == MentionType.Person))
        {
            foreach (var name in entry.Names)
            {
                if (SurnameOf(name) is { Length: > 0 } found && found.ToString() is var surname && !_known.TryAdd(surname, entry) && _known[surname] != entry && Scripts.IsKatakana(surname[0]))
                {
                    shared.Add(surname);
                }
            }
        }

        // Of two Johnsons of two countries neither is the better known.
        foreach (var surname in shared)
        {
            _known.Remove(surname);
        }
    }

    /// <summary>Adds the persons in all blocks of a document.</summary>
    public void Find(TaggingContext context, IReadOnlyList<JoinedText> texts, KnownSpans known)
    {
        var found = new List<FoundPerson>();
        foreach (var text in texts)
        {
            _reader.Read(text, known, found);
        }

        var named = Named(context, found);
        foreach (var person in found)
        {
            var (start, end) = (person.Text.ToSource(person.Start), person.Text.ToSourceEnd(person.End));
            var entry = person.Full is { } full ? _authority.Find(MentionType.Person, full) : null;
            var id = entry?.Id ?? person.Full ?? named.Choose(person.Surname, start, person.Title);
            if (id is null && person.IsDoubtful)
            {
                continue;
            }

            if (id is null && IsOfHead(person.Title) && _known.TryGetValue(person.Surname, out entry))
            {
                id = entry.Id;
            }

            // A title says that it is a person, whatever place has that name.
            var trust = person.Title is not null ? Trust.Context : Trust.Form;
            context.Candidates.Add(new Candidate(MentionType.Person, id ?? person.Surname, new TextSpan(start, end), trust, person.Full is null ? "rule:ja-surname" : "rule:ja-person")
            {
                Block = person.Text.Block.Number,
                Entry = entry,
                Source = entry is null ? null : new NameSource(entry.Id, entry.Origin),
            });
        }
    }

    // Of a foreign name in full (ハンス・ベルガー) the last part.
    private ReadOnlySpan<char> SurnameOf(ReadOnlySpan<char> name)
    {
        var dot = name.LastIndexOf('・');
        return dot > 0 && Scripts.IsKatakana(name[^1]) ? name[(dot + 1)..] : _names.KnownSurname(name);
    }

    // 田中首相 needs no first name; 田中課長 may be any Tanaka.
    private static bool IsOfHead(string? title) =>
        title is not null && Array.Exists(HeadTitles, head => title.EndsWith(head, StringComparison.Ordinal));

    private NamedPersons Named(TaggingContext context, List<FoundPerson> found)
    {
        var named = new NamedPersons();
        foreach (var person in found)
        {
            if (person.Full is { } full)
            {
                named.Add(person.Surname, person.Text.ToSource(person.Start), _authority.Find(MentionType.Person, full)?.Id ?? full, person.Title);
            }
        }

        foreach (var candidate in context.Candidates)
        {
            if (candidate is { Type: MentionType.Person, Entry: not null } && candidate.Span.Of(context.Text) is var name && SurnameOf(name) is { Length: > 0 } surname)
            {
                named.Add(surname.ToString(), candidate.Span.Start, candidate.Id, null);
            }
        }

        named.Sort();
        return named;
    }
}
