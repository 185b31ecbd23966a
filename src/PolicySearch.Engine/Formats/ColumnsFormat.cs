namespace PolicySearch.Engine.Formats;

/// <summary>Columns: the values of number, keyword and interval fields by document.</summary>
/// <remarks>
/// <code>
/// body   number    presence: words u64, bit d % 64 of word d / 64 is set where document d has a value; absent where all have
///                  values: FlatPacking of value - least value, one for each document (0 where it has none)
///        keyword   single: FlatPacking of ordinal + 1, one for each document, 0 where it has none
///                  multi: offsets and ordinals as below, ascending and different in a document
///        interval  offsets; from: FlatPacking of from - least from; length: FlatPacking of to - from
///        offsets   FlatPacking of the number of values before each document, and of all values at the end
/// meta   number of columns varint; for each
///          name, kind u8 (1 number, 2 keyword, 3 interval)
///          number    least value u64, width u8, offset of the values varint, offset of presence varint (0: all present)
///          keyword   values varint, most in a document varint, is multi u8, width of offsets u8, offset of offsets varint, width of ordinals u8, offset of ordinals varint
///          interval  intervals varint, most in a document varint, width of offsets u8, offset of offsets varint,
///                    least from u64, width u8, offset varint, width of lengths u8, offset of lengths varint
/// </code>
/// Differences of 64-bit numbers wrap, so that the whole range fits. An ordinal is the number of the value among the field's terms in the dictionary.
/// Interval counts of one document are bounded by <see cref="int.MaxValue"/>.
/// <para>History: version 1.</para>
/// </remarks>
internal static class ColumnsFormat
{
    public const byte Number = 1;
    public const byte Keyword = 2;
    public const byte Interval = 3;

    public static readonly FileFormat Format = new("columns", 1, 1);
}
