using System.Globalization;
using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Tagging.Candidates;
using PolicySearch.Extraction.Tagging.Definitions;
using PolicySearch.Extraction.Tagging.Japanese;
using PolicySearch.Extraction.Tagging.Names;
using PolicySearch.Extraction.Tagging.Names.ProperNames;
using PolicySearch.Extraction.Tagging.Persons;
using PolicySearch.Extraction.Tagging.Places;
using PolicySearch.Extraction.Tagging.Tables;
using PolicySearch.Extraction.Tagging.Words;
using PolicySearch.Extraction.Tagging.Years;

namespace PolicySearch.Extraction.Tagging;

/// <summary>Finds the mentions in a document.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
public sealed class Tagger
{
    // Counts up with every change of a rule that can change a tag.
    private const int RulesVersion = 6;

    private readonly SymbolTable _symbols = new();
    private readonly AuthorityIndex _authority;
    private readonly LegalForms _legalForms;
    private readonly WordReader _words;
    private readonly IFinder[] _finders;

    /// <summary>A tagger with the authority file that comes with the program.</summary>
    public Tagger()
        : this(AuthorityFiles.BuiltIn)
    {
    }

    /// <summary>A tagger with the given authority files.</summary>
    /// <param name="files">What is known by name.</param>
    /// <exception cref="AuthorityException">Two entries contradict each other.</exception>
    public Tagger(AuthorityFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var symbols = _symbols;
        _authority = new AuthorityIndex(files.Entries, symbols);
        var lexicon = Lexicon.Read(files.Words, symbols, _authority.Adjectives);
        var names = NameLists.Read(files.Names, symbols);
        var phrase = new NamePhrase(lexicon, symbols);
        _words = new WordReader(symbols);
        _legalForms = new LegalForms(lexicon);
        Fingerprint = string.Create(CultureInfo.InvariantCulture, $"tagger-{RulesVersion}+authority-{files.Hash}");
        _finders =
        [
            new YearFinder(lexicon, _words),
            new AuthorityFinder(_authority, lexicon, symbols),
            new PrefectureFinder(_authority, symbols),
            new OfficeFinder(lexicon, new NameParts(lexicon, names, symbols), symbols),
            new SplitYears(),
            new BodyFormFinder(lexicon, phrase),
            new ProgrammeFormFinder(lexicon, phrase),
            new FrenchNameFinder(lexicon),
            new CitedBodyFinder(lexicon),
            new JapaneseFinder(_authority, lexicon),
            new PersonFinder(_authority, lexicon, names, symbols),
            new PlaceFormFinder(lexicon, symbols),
            new PlaceHeadFinder(lexicon, symbols),
            new KnownNameExtender(),
            new ColumnFinder(lexicon, _words),
            new ProperNameFinder(lexicon),
            new PlacesInNames(lexicon),
            new DocumentNamesFinder(_authority, lexicon),
        ];
    }

    /// <summary>Version of the rules and of the authority file together.</summary>
    public string Fingerprint { get; }

    /// <summary>The canonical id that a name stands for (<c>経済産業省</c> gives <c>METI</c>), without regard to case, and with a legal form (<c>独立行政法人</c>) or without; null where the authority file does not know it.</summary>
    public string? Resolve(MentionType type, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return (_authority.Find(type, name) ?? _authority.Find(type, _legalForms.Without(name)))?.Id;
    }

    /// <summary>All mentions in the document's text blocks (not in contents and boilerplate), by start; they do not nest but for a year that ends a programme's name.</summary>
    public IReadOnlyList<Mention> Tag(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var context = new TaggingContext(document.Text, ReadBlocks(document), _symbols);
        foreach (var finder in _finders)
        {
            finder.Find(context);
        }

        var mentions = new List<Mention>();
        foreach (var candidate in CandidateResolver.Resolve(context.Candidates, document.Text.Length))
        {
            if (candidate.Type is { } type)
            {
                mentions.Add(new Mention(type, candidate.Id, candidate.Span) { Years = candidate.Years, Evidence = candidate.Evidence, Source = candidate.Source });
            }
        }

        return mentions;
    }

    private List<TextBlock> ReadBlocks(Document document)
    {
        var blocks = new List<TextBlock>(document.Blocks.Count);
        foreach (var block in document.Blocks)
        {
            if (block.Kind is not (BlockKind.Contents or BlockKind.Boilerplate))
            {
                var words = _words.Read(document.Text, block.Span.Start, block.Span.End);
                blocks.Add(new TextBlock(blocks.Count, block.Kind, block.Span, words)
                {
                    ColumnHeading = block.ColumnHeading,
                    Table = block.Table,
                    Row = block.Row,
                    Column = block.Column,
                });
            }
        }

        return blocks;
    }
}
