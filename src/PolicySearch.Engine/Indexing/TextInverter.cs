using PolicySearch.Engine.Analysis;
using PolicySearch.Engine.Formats;
using PolicySearch.Engine.Storage;

namespace PolicySearch.Engine.Indexing;

/// <summary>Analyses a text field's values into postings and norms.</summary>
/// <remarks>Positions and lengths are Lucene's: the first token of a document stands at its increment - 1, the analyzer's gap lies between values, and a token at its predecessor's place does not add to the length. A term longer than <see cref="TermsFormat.MaxTermLength"/> bytes is left out, but keeps its place.</remarks>
internal sealed class TextInverter(Analyzer analyzer, SlicePool pool, PagePool pages)
{
    private readonly TokenStream _stream = analyzer.CreateStream();
    private readonly TermBatch _batch = new();
    private byte[] _norms = [];
    private int _doc = -1;
    private int _position;
    private int _length;

    public FieldPostings Postings { get; } = new(pool, pages, isText: true);

    /// <summary>Whether any document has the field, be it without a term.</summary>
    public bool HasValues => _norms.Length > 0;

    public long Bytes => Postings.Bytes + _norms.Length;

    /// <summary>Adds a value; the values of a document come one after the other.</summary>
    public void Add(int doc, ReadOnlyMemory<char> text)
    {
        if (doc != _doc)
        {
            (_doc, _position, _length) = (doc, -1, 0);
        }
        else
        {
            _position += analyzer.PositionIncrementGap;
        }

        _batch.Clear();
        _stream.Reset(text);
        while (_stream.MoveNext())
        {
            AddToken(_stream.Token, doc);
        }

        AddBatch(doc);
        SetNorm();
    }

    /// <summary>A byte for each document, and perhaps more.</summary>
    public byte[] Norms(int maxDoc)
    {
        if (_norms.Length < maxDoc)
        {
            Array.Resize(ref _norms, maxDoc);
        }

        return _norms;
    }

    private void AddToken(Token token, int doc)
    {
        _position = Math.Max(0, _position + token.PositionIncrement);
        _length += token.PositionIncrement > 0 ? 1 : 0;
        if (_batch.IsFull)
        {
            AddBatch(doc);
        }

        _batch.Add(token.Term, _position);
    }

    private void AddBatch(int doc)
    {
        Postings.Add(_batch, doc);
        _batch.Clear();
    }

    private void SetNorm()
    {
        if (_norms.Length <= _doc)
        {
            Array.Resize(ref _norms, Math.Max(_doc + 1, _norms.Length * 2));
        }

        _norms[_doc] = NormEncoding.Encode(_length);
    }
}
