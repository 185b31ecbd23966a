namespace PolicySearch.Service.Tags;

/// <summary>A tag with the number of passages and documents that have it.</summary>
public sealed record TagCount(string Type, string Id, int Passages, int Documents);

/// <summary>Tags of an index; its JSON form is a contract (snake_case).</summary>
/// <param name="Total">How many tags there are that the request asks for, also beyond its limit.</param>
/// <param name="Tags">By type, then by passages down, then by id.</param>
public sealed record TagCountList(int Total, IReadOnlyList<TagCount> Tags);

/// <summary>A tag with the forms in which texts name it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Id">Its id.</param>
/// <param name="Passages">Passages that have it.</param>
/// <param name="Documents">Documents that have it.</param>
/// <param name="Variants">The forms, by mentions down, then by text.</param>
public sealed record TagListing(string Type, string Id, int Passages, int Documents, IReadOnlyList<TagVariant> Variants);

/// <summary>A form in which texts name a tag.</summary>
/// <param name="Text">The form, white space collapsed.</param>
/// <param name="Mentions">Mentions of this form.</param>
/// <param name="Local">Whether documents alone say what it means, each for itself: a short form that they define, a surname.</param>
/// <param name="Example">The first of its mentions.</param>
public sealed record TagVariant(string Text, int Mentions, bool Local, TagExample Example);

/// <summary>A mention as it stands in its passage.</summary>
/// <param name="Passage">Id of the passage.</param>
/// <param name="Source">Address of the document.</param>
/// <param name="Text">The mention with some words around it; an ellipsis where the block goes on.</param>
public sealed record TagExample(string Passage, string Source, string Text);

/// <summary>Tags of an index with their forms; its JSON form is a contract (snake_case).</summary>
/// <param name="Total">How many tags there are that the request asks for, also beyond its limit.</param>
/// <param name="Tags">By type, then by passages down, then by id.</param>
public sealed record TagList(int Total, IReadOnlyList<TagListing> Tags);
