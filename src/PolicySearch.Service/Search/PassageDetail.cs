using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PolicySearch.Extraction.Documents;

namespace PolicySearch.Service.Search;

/// <summary>A note and the passage that cites it, by their ids.</summary>
/// <param name="Label">The note's number or sign.</param>
/// <param name="Citing">Id of the passage that cites it.</param>
/// <param name="Note">Id of the passage that holds it.</param>
public sealed record CitedNote(string Label, string Citing, string Note);

/// <summary>A passage with the notes that it cites and the passages that cite its notes.</summary>
public sealed record PassageDetail : SearchHit
{
    /// <summary>Adds notes to a passage.</summary>
    [SetsRequiredMembers]
    public PassageDetail(SearchHit hit, IReadOnlyList<CitedNote> notes)
        : base(hit)
    {
        ArgumentNullException.ThrowIfNull(notes);
        Notes = [.. notes.Where(note => note.Citing == Id).Select(note => new NoteReference(note.Label, note.Note))];
        CitedBy = [.. notes.Where(note => note.Note == Id).Select(note => new NoteReference(note.Label, note.Citing))];
    }

    /// <summary>Where it stands: one box for each of its pages; empty where the source has no pages.</summary>
    [JsonPropertyOrder(1)]
    [JsonPropertyName("boxes")]
    public IReadOnlyList<PageBox> PageBoxes => PageBox.Around(Boxes);

    /// <summary>The notes that it cites, each with the passage that holds it.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<NoteReference> Notes { get; }

    /// <summary>The passages that cite notes that it holds.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<NoteReference> CitedBy { get; }
}

/// <summary>A note's number or sign, and the passage at its other end.</summary>
/// <param name="Label">The number or sign.</param>
/// <param name="Passage">Id of the passage.</param>
public sealed record NoteReference(string Label, string Passage);
