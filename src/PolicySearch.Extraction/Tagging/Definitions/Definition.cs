using PolicySearch.Extraction.Documents;

namespace PolicySearch.Extraction.Tagging.Definitions;

/// <summary>A short form and the long form that the text gives for it.</summary>
/// <param name="Short">Where the short form stands.</param>
/// <param name="Long">Where the long form stands.</param>
internal readonly record struct Definition(TextSpan Short, TextSpan Long);
