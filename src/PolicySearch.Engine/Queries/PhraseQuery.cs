namespace PolicySearch.Engine.Queries;

/// <summary>Terms at given distances from one another, as Lucene's PhraseQuery.</summary>
/// <param name="Field">A text field.</param>
/// <param name="Terms">Analysed terms.</param>
/// <param name="Positions">Each term's place in the phrase, from 0, ascending.</param>
/// <param name="Slop">How many moves of terms are allowed; 0 for exact.</param>
public sealed record PhraseQuery(string Field, IReadOnlyList<string> Terms, IReadOnlyList<int> Positions, int Slop = 0) : Query;
