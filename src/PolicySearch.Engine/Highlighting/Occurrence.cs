namespace PolicySearch.Engine.Highlighting;

/// <summary>A term of a phrase in the text.</summary>
/// <param name="Position">Position of the token, from 0.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct Occurrence(int Position, int Start, int End);
