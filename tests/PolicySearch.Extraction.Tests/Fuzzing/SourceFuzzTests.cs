using System.Diagnostics.Tracing;
using PolicySearch.Extraction.Extractors;
using PolicySearch.Extraction.Extractors.Pdf;
using PolicySearch.Testing;
using PolicySearch.Testing.Fuzzing;

namespace PolicySearch.Extraction.Tests.Fuzzing;

/// <summary>Sources of every kind are damaged at random and read: each gives a sound document or is refused with a reason, and nobody is asked over a network.</summary>
public sealed class SourceFuzzTests
{
    /// <summary>Far longer than any source of this size takes; one that has not ended by then hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>OCR of one page takes longer than reading a thousand sources: one in so many may ask for it.</summary>
    private const int OcrEvery = 20;

    private readonly DocumentReader _withOcr = DocumentReader.CreateDefault(options: new ExtractionOptions { Ocr = new OcrLimits { MaxPages = 1 } });
    private readonly DocumentReader _withoutOcr = DocumentReader.CreateDefault(options: new ExtractionOptions { Ocr = new OcrLimits { MaxPages = 0 } });
    private readonly SourceMutator _mutator = new(SoundSources.All());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_damaged_source_gives_a_sound_document_or_a_reason(int half)
    {
        using var network = new NetworkListener();
        var read = 0;
        var faults = new List<string>();
        var all = LongRun.Rounds(150, 10_000);
        for (var round = 0; round < all; round++)
        {
            var seed = (round * 2) + half;
            var source = _mutator.Mutate(new Random(seed));
            var error = await Record.ExceptionAsync(async () => read += await Task.Run(() => Reads(round % OcrEvery == 0 ? _withOcr : _withoutOcr, source)).WaitAsync(Patience) ? 1 : 0);
            if (error is not null)
            {
                faults.Add($"seed {seed}, {source.Name}: {error}");
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {all}: {string.Join("\n\n", faults.Take(20))}");
        Assert.InRange(read, all / 5, all);
        Assert.Empty(network.Seen);
    }

    private static bool Reads(DocumentReader reader, FuzzedSource source)
    {
        try
        {
            var read = reader.Read(new SourceFile(source.Name, source.Content.ToArray()), "fuzzed/" + source.Name);
            DocumentRules.AssertSound(read.Document, source.Name);
            return true;
        }
        catch (ExtractionException refused)
        {
            Assert.NotEmpty(refused.Message);
            return false;
        }
    }

    /// <summary>Notes what the process asks of the network.</summary>
    private sealed class NetworkListener : EventListener
    {
        private readonly List<string> _seen = [];

        public IReadOnlyList<string> Seen
        {
            get
            {
                lock (_seen)
                {
                    return [.. _seen];
                }
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name is "System.Net.NameResolution" or "System.Net.Sockets" or "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Informational);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName is "ConnectStart" or "ResolutionStart" or "RequestStart")
            {
                lock (_seen)
                {
                    _seen.Add($"{eventData.EventSource.Name} {eventData.EventName} {string.Join(' ', eventData.Payload ?? [])}");
                }
            }
        }
    }
}
