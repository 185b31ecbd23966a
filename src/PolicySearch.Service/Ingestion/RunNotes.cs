namespace PolicySearch.Service.Ingestion;

/// <summary>What the user should know of a plan, one line each: why documents are read again, that a folder is empty.</summary>
internal static class RunNotes
{
    public static IEnumerable<string> Of(IngestionPlan plan, IngestionScope scope, Catalogue catalogue, ReadingFingerprints fingerprints)
    {
        var hasOtherAuthority = catalogue.Generation > 0 && !scope.Authority.HasSameNames(catalogue.Authority);
        var notes = new List<string>();
        if (hasOtherAuthority && plan.OutdatedFingerprints is { Count: var count and > 0 })
        {
            notes.Add($"{count} {(count == 1 ? "document is" : "documents are")} read again: {scope.Authority.DifferenceFrom(catalogue.Authority)}");
        }
        else
        {
            notes.AddRange(fingerprints.Explain(plan.OutdatedFingerprints));
        }

        if (hasOtherAuthority && scope.Roots.Count < scope.Remembered.All.Count)
        {
            notes.Add("the documents of the other source roots keep their tags until 'policysearch ingest' without PATH reads them with these authority files");
        }

        notes.AddRange(plan.Empty.Select(empty => empty.LeftOut == 0
            ? $"no documents in {empty.Root.Folder}; put files there, and they will be found"
            : $"{empty.Root.Selection} selects none of the {empty.LeftOut} files in {empty.Root.Folder}; the index remembers it, and another --include, --exclude or --follow-links replaces it"));
        return notes;
    }
}
