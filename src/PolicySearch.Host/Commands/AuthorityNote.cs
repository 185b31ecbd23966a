using PolicySearch.Extraction.Authority;
using PolicySearch.Service;
using PolicySearch.Service.Search;

namespace PolicySearch.Host.Commands;

/// <summary>What is said where an index is only read, and settings name other authority files than it was tagged with.</summary>
internal static class AuthorityNote
{
    /// <summary>Writes the note, if there is one. Names are resolved as the index's tags were made, whatever the settings say.</summary>
    public static void Write(CommandContext context, Settings settings, PassageSearch search)
    {
        if (settings.Authority is not { } files || search.Authority() is not { } remembered)
        {
            return;
        }

        try
        {
            var named = UserAuthority.Read(files);
            if (!named.HasSameNames(remembered))
            {
                context.Error.WriteLine(
                    $"the index was tagged with other authority files ({named.DifferenceFrom(remembered)}); names go by the index until 'policysearch ingest' reads its documents with these");
            }
        }
        catch (AuthorityException e)
        {
            context.Error.WriteLine($"{e.Message}; names go by the index");
        }
    }
}
