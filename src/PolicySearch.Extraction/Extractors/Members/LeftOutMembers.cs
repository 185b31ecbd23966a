using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Members;

/// <summary>Counts what an archive holds beside files and folders: links are never followed, and devices hold nothing.</summary>
internal sealed class LeftOutMembers
{
    private readonly ExtractionNotes _notes = new();

    /// <summary>What was left out, in sentences.</summary>
    public IReadOnlyList<string> Notes => _notes.ToList();

    /// <summary>Counts one.</summary>
    public void Count(bool isLink)
    {
        if (isLink)
        {
            _notes.Count("link is left out: links in archives are not followed", "links are left out: links in archives are not followed");
        }
        else
        {
            _notes.Count("device or pipe is left out", "devices or pipes are left out");
        }
    }
}
