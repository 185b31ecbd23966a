using PolicySearch.Engine.Analysis;

namespace PolicySearch.Testing.Storage;

/// <summary>Cuts at white space, and nothing else: tests of the index see their own words. A word that begins with <c>+</c> stands at the place of the word before; <c>_</c> is a stop word.</summary>
public sealed class WhitespaceAnalyzer : Analyzer
{
    public override string Fingerprint => "whitespace 1";

    public override TokenStream CreateStream() => new Stream();

    public override string Normalize(string term) => term;

    private sealed class Stream : TokenStream
    {
        private ReadOnlyMemory<char> _text;
        private int _at;

        public override Token Token { get; } = new();

        public override void Reset(ReadOnlyMemory<char> text)
        {
            _text = text;
            _at = 0;
        }

        public override bool MoveNext()
        {
            var increment = 1;
            while (NextWord(out var start))
            {
                var word = _text.Span[start.._at];
                if (word is "_")
                {
                    increment++;
                    continue;
                }

                Token.SetTerm(word.Length > 1 && word[0] == '+' ? word[1..] : word);
                Token.PositionIncrement = word.Length > 1 && word[0] == '+' ? 0 : increment;
                Token.StartOffset = start;
                Token.EndOffset = _at;
                return true;
            }

            return false;
        }

        private bool NextWord(out int start)
        {
            var text = _text.Span;
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }

            start = _at;
            while (_at < text.Length && !char.IsWhiteSpace(text[_at]))
            {
                _at++;
            }

            return _at > start;
        }
    }
}
