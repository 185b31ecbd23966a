using PolicySearch.Extraction.Authority;

namespace PolicySearch.Extraction.Tagging.Names;

/// <summary>Names of the authority file that stand at one place; more than one where several things share the name.</summary>
internal readonly record struct NameMatch(TextBlock Block, int Start, int End, int FirstWord, int LastWord, IReadOnlyList<NameForm> Forms);
