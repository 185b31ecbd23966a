namespace PolicySearch.Host.Web.Typography;

/// <summary>A stretch of text that is set in one way.</summary>
/// <param name="Text">The text, not encoded.</param>
/// <param name="Marked">Whether the query found it.</param>
/// <param name="Language">BCP 47 tag where it differs from the text around it; else null.</param>
public sealed record TextPiece(string Text, bool Marked, string? Language);
