using System.Text;
using PolicySearch.Extraction.Documents;
using PolicySearch.Extraction.Extractors.Content;

namespace PolicySearch.Extraction.Extractors.Legacy;

/// <summary>Reads the texts of a PowerPoint presentation of 1997 to 2003 slide by slide, as its newest save has them ([MS-PPT] 2.1.2); notes and hidden slides are left out.</summary>
/// <param name="stream">The stream "PowerPoint Document".</param>
/// <param name="builder">Takes text and blocks.</param>
/// <param name="cancellationToken">Ends the reading.</param>
internal sealed class SlideShowReader(ReadOnlyMemory<byte> stream, BlockTextBuilder builder, CancellationToken cancellationToken)
{
    private const int MostSaves = 10_000;
    private const int HiddenFlag = 0x0004;

    /// <summary>Reads all slides.</summary>
    /// <param name="newestSave">Where the newest save's record is.</param>
    /// <exception cref="InvalidDataException">The presentation is damaged.</exception>
    public void Read(uint newestSave)
    {
        var places = Places(newestSave, out var documentId);
        if (Find(places, documentId) is not { Type: SlideRecord.Document } document)
        {
            throw new InvalidDataException("its list of slides is not where it should be");
        }

        var page = 0;
        foreach (var (id, outline) in Slides(document))
        {
            cancellationToken.ThrowIfCancellationRequested();
            page++;
            if (Find(places, id) is { Type: SlideRecord.Slide } slide && !IsHidden(slide))
            {
                Read(slide, outline, page);
            }
        }
    }

    // Each save lists only what it changed, and where the save before it is.
    private Dictionary<uint, uint> Places(uint newestSave, out uint documentId)
    {
        var places = new Dictionary<uint, uint>();
        documentId = 0;
        var at = newestSave;
        for (var saves = 0; saves < MostSaves && SlideRecord.At(stream, at) is { Type: SlideRecord.UserEdit } save; saves++)
        {
            documentId = documentId == 0 ? save.Number(16) : documentId;
            AddPlaces(places, save.Number(12));
            at = save.Number(8);
            if (at == 0)
            {
                break;
            }
        }

        return places;
    }

    private void AddPlaces(Dictionary<uint, uint> places, uint offset)
    {
        if (SlideRecord.At(stream, offset) is not { Type: SlideRecord.PersistDirectory } directory)
        {
            return;
        }

        for (var at = 0; at + 4 <= directory.Body.Length;)
        {
            var run = directory.Number(at);
            at += 4;
            var first = run & 0xFFFFF;
            for (uint i = 0; i < run >> 20 && at + 4 <= directory.Body.Length; i++, at += 4)
            {
                places.TryAdd(first + i, directory.Number(at));
            }
        }
    }

    private SlideRecord? Find(Dictionary<uint, uint> places, uint id) => places.TryGetValue(id, out var place) ? SlideRecord.At(stream, place) : null;

    // The texts of placeholders stand in the list, behind the slide that shows them.
    private static List<(uint Id, List<(int Kind, string Text)> Outline)> Slides(SlideRecord document)
    {
        var slides = new List<(uint, List<(int Kind, string Text)>)>();
        foreach (var list in document.Children().Where(child => child is { Type: SlideRecord.SlideList, Instance: 0 }))
        {
            var texts = new List<SlideRecord>();
            foreach (var record in list.Children())
            {
                if (record.Type == SlideRecord.SlidePersist)
                {
                    Close();
                    slides.Add((record.Number(0), []));
                }
                else
                {
                    texts.Add(record);
                }
            }

            Close();

            void Close()
            {
                if (slides.Count > 0)
                {
                    slides[^1].Item2.AddRange(Texts(texts));
                }

                texts.Clear();
            }
        }

        return slides;
    }

    // A header begins each text, also one that has no characters.
    private static List<(int Kind, string Text)> Texts(IEnumerable<SlideRecord> records)
    {
        var texts = new List<(int Kind, string Text)>();
        foreach (var record in records)
        {
            if (record.Type == SlideRecord.TextHeader)
            {
                texts.Add(((int)record.Number(0), ""));
            }
            else if (record.Type is SlideRecord.TextChars or SlideRecord.TextBytes && texts.Count > 0)
            {
                var encoding = record.Type == SlideRecord.TextChars ? Encoding.Unicode : Encoding.Latin1;
                texts[^1] = texts[^1] with { Text = encoding.GetString(record.Body.Span) };
            }
        }

        return texts;
    }

    private static bool IsHidden(SlideRecord slide) =>
        slide.Children().Any(child => child.Type == SlideRecord.SlideShowInfo && (child.Number(8) >> 16 & HiddenFlag) != 0);

    private void Read(SlideRecord slide, List<(int Kind, string Text)> outline, int page)
    {
        var own = new List<SlideRecord>();
        var shown = new List<(int Kind, string Text)>();
        foreach (var record in slide.All())
        {
            if (record.Type == SlideRecord.OutlineReference && record.Number(0) < outline.Count)
            {
                shown.AddRange(Texts(own));
                own.Clear();
                shown.Add(outline[(int)record.Number(0)]);
            }
            else
            {
                own.Add(record);
            }
        }

        shown.AddRange(Texts(own));

        // Some programs leave the texts in the list alone.
        shown.AddRange(outline.Except(shown).ToList());
        foreach (var (kind, text) in shown.OrderBy(one => IsTitle(one.Kind) ? 0 : 1))
        {
            Write(text, IsTitle(kind), page);
        }
    }

    private static bool IsTitle(int kind) => kind is 0 or 6;

    private void Write(string text, bool isTitle, int page)
    {
        foreach (var paragraph in isTitle ? [text.Replace('\r', ' ')] : text.Split('\r'))
        {
            builder.Add(paragraph.Replace('\v', '\n'), preformatted: !isTitle);
            if (builder.End(isTitle ? BlockKind.Heading : BlockKind.Paragraph) is { } block)
            {
                builder.Replace(block with { Level = isTitle ? 1 : 0, Page = page });
            }
        }
    }
}
