namespace PolicySearch.Extraction.Documents;

/// <summary>A link: the text that shows it, and where it leads.</summary>
/// <param name="Span">Where it stands in <see cref="Document.Text"/>.</param>
/// <param name="Target">The address as the source gives it, white space at its ends taken off; relative where the source has it so.</param>
public sealed record Link(TextSpan Span, string Target);
