namespace PolicySearch.Extraction.Segmentation;

/// <summary>A note and the passage that cites it.</summary>
/// <param name="Label">The note's number or sign: <c>12</c>, <c>*</c>.</param>
/// <param name="Citing">Ordinal of the passage that cites it.</param>
/// <param name="Note">Ordinal of the passage that holds it.</param>
public sealed record NoteLink(string Label, int Citing, int Note);
