using System.Collections.Concurrent;
using PolicySearch.Engine.Segments;
using PolicySearch.Extraction.Authority;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service.Ingestion;

namespace PolicySearch.Service;

/// <summary>Makes a tagger for each set of authority files once, since compiling their names takes a while. Safe for use by many threads.</summary>
public sealed class Taggers
{
    /// <summary>An index has one set of files at a time, and while it is brought in step two.</summary>
    private const int Kept = 4;

    private readonly ConcurrentDictionary<string, Lazy<Tagger>> _taggers = new(StringComparer.Ordinal);

    /// <summary>The tagger with these files.</summary>
    /// <exception cref="AuthorityException">A file breaks the schema, or contradicts another.</exception>
    public Tagger Of(UserAuthority authority)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return Of(authority.ToJson());
    }

    /// <summary>The tagger with the files that a commit remembers; with none where there is no commit.</summary>
    /// <exception cref="UnusableAuthorityException">The files are of no use to this version of the program.</exception>
    internal Tagger Of(IndexReader? reader)
    {
        try
        {
            return Of(reader is null ? UserAuthority.None.ToJson() : Catalogue.AuthorityJsonOf(reader));
        }
        catch (AuthorityException e)
        {
            throw new UnusableAuthorityException(e);
        }
    }

    private Tagger Of(string json)
    {
        if (_taggers.Count > Kept)
        {
            _taggers.Clear();
        }

        return _taggers.GetOrAdd(json, static json => new Lazy<Tagger>(() => new Tagger(UserAuthority.FromJson(json).ToFiles()))).Value;
    }
}
