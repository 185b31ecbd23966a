using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Names;
using PolicySearch.Extraction.Tagging.Persons;
using PolicySearch.Extraction.Tagging.Words;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>Finds names again that the document has introduced: short forms, surnames, long names without capitals.</summary>
internal sealed class DocumentNamesFinder(AuthorityIndex authority, Lexicon lexicon) : IFinder
{
    private const int RepeatedWords = 4;

    private readonly DefinitionReader _definitions = new(authority, lexicon);
    private readonly JapaneseDefinitionReader _japanese = new(lexicon);
    private readonly KoreanBounds _korean = new(lexicon);
    private readonly JapaneseSurnames _surnames = new(authority);

    /// <inheritdoc/>
    public void Find(TaggingContext context)
    {
        var names = new DocumentNames();
        var settled = CandidateResolver.Resolve(context.Candidates, context.Text.Length);
        var ends = new Dictionary<int, Candidate>(settled.Count);
        foreach (var candidate in settled)
        {
            if (candidate.Type != MentionType.Year)
            {
                ends[candidate.Span.End] = candidate;
                Introduce(context, candidate, names);
            }
        }

        AddSpeakers(context, settled, names);

        Appositions.Read(context, settled, names);
        foreach (var candidate in settled)
        {
            _japanese.Read(context, candidate, ends, names);
        }

        _surnames.Read(context, settled, names);
        foreach (var block in context.Blocks)
        {
            _definitions.Read(context, block, ends, names);
        }

        if (!names.IsEmpty)
        {
            FindAgain(context, names, settled, ends);
        }
    }

    private void Introduce(TaggingContext context, Candidate candidate, DocumentNames names)
    {
        var text = candidate.Span.Of(context.Text);
        if (candidate.Type == MentionType.Person)
        {
            if (candidate.Id.Contains(' ', StringComparison.Ordinal) && !candidate.Id.Contains('.', StringComparison.Ordinal))
            {
                // A transcript sets its speakers in capitals.
                names.AddName(MentionType.Person, candidate.Id, candidate.Id);
            }

            var full = text.ContainsAnyInRange('A', 'Z') && !text.ContainsAnyInRange('a', 'z') ? candidate.Id : CleanName.Of(context.Text, candidate.Span.Start, candidate.Span.End);
            if (Surnames.Of(candidate, full, lexicon, context.Symbols) is { Length: > 1 } surname)
            {
                names.AddShort(MentionType.Person, candidate.Id, surname);
            }
        }
        else if (candidate.Evidence == "rule:cited-author" && text.StartsWith("The ", StringComparison.Ordinal))
        {
            names.AddName(candidate.Type, candidate.Id, candidate.Id);
        }
        else if (candidate is { Type: MentionType.Programme or MentionType.Agency or MentionType.Organisation, Entry: null } && text.Count(' ') >= RepeatedWords)
        {
            names.AddName(candidate.Type, candidate.Id, CleanName.Of(context.Text, candidate.Span.Start, candidate.Span.End));
        }
    }

    // Those named in full first: "BAE:" is Bae Jong-il, though he is "Mr Bae" elsewhere.
    private void AddSpeakers(TaggingContext context, List<Candidate> settled, DocumentNames names)
    {
        var speakers = Speakers.Of(context);
        if (speakers.IsEmpty)
        {
            return;
        }

        var persons = settled.Where(candidate => candidate.Type == MentionType.Person).DistinctBy(candidate => candidate.Id)
            .Select(candidate => (candidate.Id, Surname: Surnames.Of(candidate, CleanName.Of(context.Text, candidate.Span.Start, candidate.Span.End), lexicon, context.Symbols)));
        foreach (var (id, surname) in persons.OrderBy(person => person.Surname is null))
        {
            if (speakers.Take(surname ?? id) is { } label)
            {
                names.AddShort(MentionType.Person, id, label);
            }
        }
    }

    private void FindAgain(TaggingContext context, DocumentNames names, List<Candidate> settled, Dictionary<int, Candidate> ends)
    {
        // Words have symbols only for what the program's own lists hold, so the blocks are read once more with the document's names.
        var symbols = new SymbolTable();
        var and = symbols.Add("and");
        var index = new AuthorityIndex(names.ToEntries(), symbols);
        var matcher = new AuthorityMatcher(index, _korean, and);
        var reader = new WordReader(symbols);
        var matches = new List<NameMatch>();
        foreach (var block in context.Blocks)
        {
            matcher.Match(context, block with { Words = reader.Read(context.Text, block.Span.Start, block.Span.End) }, matches);
        }

        var introduced = new LastIntroduced(context.Text, settled);
        foreach (var match in matches)
        {
            var form = match.Forms.Count == 1 ? match.Forms[0] : introduced.Choose(match);
            var entry = form.Entry;
            var span = new TextSpan(match.Start, match.End);

            // Where the same was found before, what found it says more than that the document repeats it.
            var before = ends.GetValueOrDefault(span.End) is { } found && (found.Span, found.Type, found.Id) == (span, entry.Type, entry.Id) ? found : null;
            context.Candidates.Add(new Candidate(entry.Type, entry.Id, span, Trust.Document, before?.Evidence ?? "document:" + entry.Id)
            {
                Block = match.Block.Number,
                Source = before is null ? form.Source : before.Source,
            });
        }
    }

    /// <summary>Of two persons of one surname the one named in full last; of two bodies of one short form the one that a bracket beside its name gave it last.</summary>
    private sealed class LastIntroduced(string text, List<Candidate> settled)
    {
        private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
        private int _next;

        public NameForm Choose(NameMatch match)
        {
            for (; _next < settled.Count && settled[_next].Span.Start < match.Start; _next++)
            {
                if (settled[_next] is { Type: MentionType.Person } || IsBesideBracket(settled[_next].Span))
                {
                    _last[settled[_next].Id] = settled[_next].Span.Start;
                }
            }

            var best = match.Forms[0];
            foreach (var form in match.Forms)
            {
                if (_last.GetValueOrDefault(form.Entry.Id, -1) > _last.GetValueOrDefault(best.Entry.Id, -1))
                {
                    best = form;
                }
            }

            return best;
        }

        // "Centre for Sea Trade (CST)", "CST (Centre for Sea Trade)"
        private bool IsBesideBracket(TextSpan name)
        {
            if (ShortForms.IsShortForm(name.Of(text)))
            {
                return false;
            }

            var after = text.AsSpan(name.End, Math.Min(2, text.Length - name.End)).TrimStart();
            return (after.Length > 0 && after[0] is '(' or '（' or '[') || (name.Start > 0 && text[name.Start - 1] is '(' or '（' or '[');
        }
    }
}
