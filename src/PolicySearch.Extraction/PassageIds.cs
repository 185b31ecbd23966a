using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicySearch.Extraction;

/// <summary>Ids that stay the same on every machine: made from addresses and text, never from numbers of this run.</summary>
public static class PassageIds
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int IdBytes = 15;

    /// <summary>A document's id: 24 characters (120 bits) of base32 of the SHA-256 of its address.</summary>
    public static string ForDocument(string address)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        return Base32(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
    }

    /// <summary>A passage's id, from its document, its text with white space collapsed, and its number among equal texts.</summary>
    /// <param name="documentId">The document's id.</param>
    /// <param name="collapsedText">The passage's text, white space runs as one space.</param>
    /// <param name="duplicate">0 for the first passage of the document with this text, 1 for the second.</param>
    public static string ForPassage(string documentId, string collapsedText, int duplicate)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        ArgumentNullException.ThrowIfNull(collapsedText);
        ArgumentOutOfRangeException.ThrowIfNegative(duplicate);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(documentId));
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(collapsedText));
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(number, duplicate);
        hash.AppendData(number);
        return Base32(hash.GetHashAndReset());
    }

    private static string Base32(byte[] hash) => string.Create(IdBytes * 8 / 5, hash, static (chars, bytes) =>
    {
        for (var i = 0; i < chars.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
            chars[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }
    });
}
