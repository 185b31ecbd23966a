using System.Text;
using PolicySearch.Engine.Segments;

namespace PolicySearch.Service.Duplicates;

/// <summary>Where a passage stands in a reader.</summary>
/// <param name="Segment">Place of the segment.</param>
/// <param name="Doc">Document number in it.</param>
internal readonly record struct PassagePlace(int Segment, int Doc);

/// <summary>Finds the copies of passages in one reader, under its lease; for one search.</summary>
internal sealed class CopyFinder(IndexReader reader)
{
    /// <summary>Most copies given of a passage.</summary>
    public const int MaxCopies = 100;

    /// <summary>Most texts read to compare them, so that an odd collection makes no search slow; then only equal texts are told.</summary>
    private const int MaxCompared = 2000;

    private readonly Dictionary<PassagePlace, ComparedText> _compared = [];

    /// <summary>What the index keeps of a passage; null where it is too short to have copies.</summary>
    public PassageSignature? SignatureOf(PassagePlace place)
    {
        var segment = reader.Segments[place.Segment];
        return segment.Numbers(PassageSchema.CopySketch) is { } sketches && sketches.TryGet(place.Doc, out var sketch) &&
            segment.Numbers(PassageSchema.CopyText) is { } texts && texts.TryGet(place.Doc, out var exact)
            ? new PassageSignature(exact, sketch)
            : null;
    }

    /// <summary>Whether two passages with these signatures are copies.</summary>
    public bool AreCopies(PassagePlace a, PassageSignature ofA, PassagePlace b, PassageSignature ofB)
    {
        if (ofA.Exact == ofB.Exact)
        {
            return true;
        }

        return ofA.Resembles(ofB) && Text(a) is { } text && Text(b) is { } other && text.IsCopyOf(other);
    }

    /// <summary>The copies of a passage, itself left out, in the order of the index; at most <see cref="MaxCopies"/>.</summary>
    public IReadOnlyList<PassagePlace> Find(PassagePlace place)
    {
        if (SignatureOf(place) is not { } signature)
        {
            return [];
        }

        var copies = new List<PassagePlace>();
        foreach (var candidate in Candidates(place, signature))
        {
            if (SignatureOf(candidate) is { } other && AreCopies(place, signature, candidate, other))
            {
                copies.Add(candidate);
                if (copies.Count == MaxCopies)
                {
                    break;
                }
            }
        }

        return copies;
    }

    private SortedSet<PassagePlace> Candidates(PassagePlace place, PassageSignature signature)
    {
        SortedSet<PassagePlace>? found = null;
        foreach (var key in signature.Keys())
        {
            var term = Encoding.UTF8.GetBytes(key);
            for (var ordinal = 0; ordinal < reader.Segments.Count; ordinal++)
            {
                var segment = reader.Segments[ordinal];

                // Where one passage of its own segment has the key, it is the passage itself; so it nearly always is.
                if (segment.Terms(PassageSchema.CopyKey) is { } terms && terms.TryFind(term, out var state) &&
                    (ordinal != place.Segment || state.DocFreq > 1))
                {
                    found ??= new SortedSet<PassagePlace>(PlaceOrder.Instance);
                    AddLive(found, segment, ordinal, terms.Postings(state, PostingsFeatures.Docs));
                }
            }
        }

        found?.Remove(place);
        return found ?? [];
    }

    private static void AddLive(SortedSet<PassagePlace> found, SegmentReader segment, int ordinal, PostingsEnum postings)
    {
        while (postings.NextDoc() != PostingsEnum.NoMoreDocs)
        {
            if (segment.IsLive(postings.Doc))
            {
                found.Add(new PassagePlace(ordinal, postings.Doc));
            }
        }
    }

    private ComparedText? Text(PassagePlace place)
    {
        if (!_compared.TryGetValue(place, out var text) && _compared.Count < MaxCompared)
        {
            var segment = reader.Segments[place.Segment];
            var tagged = PassageMapper.PassageOf(segment, place.Doc);
            var (start, end) = (tagged.Passage.Span.Start, tagged.Passage.Span.End);
            text = new ComparedText(segment.RecordText(segment.RecordOf(place.Doc), start, end), tagged);
            _compared.Add(place, text);
        }

        return text;
    }

    private sealed class PlaceOrder : IComparer<PassagePlace>
    {
        public static readonly PlaceOrder Instance = new();

        public int Compare(PassagePlace x, PassagePlace y) => (x.Segment, x.Doc).CompareTo((y.Segment, y.Doc));
    }
}
