using PolicySearch.Extraction;
using PolicySearch.Extraction.Tagging;
using PolicySearch.Service;

namespace PolicySearch.Testing.Gold;

/// <summary>Mentions found in documents against their gold, by the rules of the shared scorer (<c>score.py</c>).</summary>
/// <remarks>
/// A mention is right when type and id agree with a gold mention (years: the interval) that it overlaps by at least half of the longer span.
/// Several right ones for one gold mention count once; what touches a mention in a menu is no false alarm.
/// </remarks>
public sealed class MentionScore
{
    /// <summary>Compares the mentions found with those of the gold.</summary>
    public MentionScore(IEnumerable<GoldMention> gold, IEnumerable<GoldMention> predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        var isMenu = gold.ToHashSet().ToLookup(mention => mention.IsMenu);
        var candidates = isMenu[false].ToLookup(mention => (mention.Doc, mention.Type, mention.Key));
        var menus = isMenu[true].ToLookup(mention => mention.Doc);
        var found = new HashSet<GoldMention>();
        var alarms = new HashSet<GoldMention>();
        foreach (var mention in predicted)
        {
            if (candidates[(mention.Doc, mention.Type, mention.Key)].Where(mention.Agrees).MaxBy(mention.Overlap) is { } right)
            {
                found.Add(right);
            }
            else if (!menus[mention.Doc].Any(menu => menu.Span.Overlaps(mention.Span)))
            {
                alarms.Add(mention);
            }
        }

        Misses = [.. isMenu[false].Where(mention => !found.Contains(mention)).OrderBy(mention => mention.Doc).ThenBy(mention => mention.Span.Start)];
        FalseAlarms = [.. alarms];
        Table = new ScoreTable([.. Enum.GetValues<MentionType>().Select(type => Row(type, found)).Where(row => row.Gold + row.False > 0)]);
    }

    /// <summary>Precision, recall and F1 by type.</summary>
    public ScoreTable Table { get; }

    /// <summary>Gold mentions that were not found.</summary>
    public IReadOnlyList<GoldMention> Misses { get; }

    /// <summary>Mentions found where the gold has none, or another.</summary>
    public IReadOnlyList<GoldMention> FalseAlarms { get; }

    /// <summary>Reads the set's documents and compares what is found with its gold.</summary>
    public static MentionScore Of(GoldSet set, DocumentReader reader)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentNullException.ThrowIfNull(reader);
        var names = set.Names();
        var predicted = set.Sources().SelectMany(source => reader.Read(source, source.Name).Passages
            .SelectMany(passage => passage.Mentions).Select(mention => GoldMention.Of(source.Name, mention, names)));
        return new MentionScore(set.Mentions(names), predicted);
    }

    private ScoreRow Row(MentionType type, HashSet<GoldMention> found)
    {
        var ofType = found.Count(mention => mention.Type == type);
        return new ScoreRow(Spelling.Of(type), ofType + Misses.Count(mention => mention.Type == type), ofType, FalseAlarms.Count(mention => mention.Type == type));
    }
}
