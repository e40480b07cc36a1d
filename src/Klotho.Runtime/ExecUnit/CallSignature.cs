using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Klotho.Wiring;

/// <summary>
/// What is signed of a call, and the signature: an HMAC-SHA256 keyed by the units' token over the path, every header of ours, and the digest of
/// the body, a line each. Headers come before the body, so that nobody without the token has us read one.
/// </summary>
/// <param name="Path">The path of the method; the callee takes its own, whatever a proxy has made of that of the request.</param>
/// <param name="Deadline">The header of the deadline, as it is sent; null for none.</param>
/// <param name="Contract">The header of the caller's contract; null for none.</param>
/// <param name="Key">The header by which a call that is made again is known; null for none.</param>
/// <param name="Time">When the call was sent.</param>
/// <param name="Nonce">What no other call carries.</param>
/// <param name="Body">The digest of the body.</param>
internal readonly record struct CallSignature(string Path, string? Deadline, string? Contract, string? Key, string? Time, string? Nonce, string? Body)
{
    public const string Scheme = "Klotho-HMAC-SHA256 ";

    private const int HexDigits = 2 * SHA256.HashSizeInBytes;
    private const int Usual = 1024;

    /// <summary>The value of the Authorization header.</summary>
    public string Header(ReadOnlySpan<byte> key)
    {
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        Compute(key, signature);
        return Scheme + Convert.ToHexStringLower(signature);
    }

    /// <summary>Whether the header is that of this call. Takes the same time whatever signature it carries.</summary>
    public bool Is(string? header, ReadOnlySpan<byte> key)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        if (header is null || header.Length != Scheme.Length + HexDigits || !header.StartsWith(Scheme, StringComparison.Ordinal) ||
            Convert.FromHexString(header.AsSpan(Scheme.Length), given, out _, out _) != OperationStatus.Done)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        Compute(key, expected);
        return CryptographicOperations.FixedTimeEquals(expected, given);
    }

    public static string Digest(ReadOnlySpan<byte> body)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(body, digest);
        return Convert.ToHexStringLower(digest);
    }

    // No header holds a line's end, so that no two calls have the same lines.
    private void Compute(ReadOnlySpan<byte> key, Span<byte> signature)
    {
        Span<byte> text = stackalloc byte[Usual];
        var fits = Utf8.TryWrite(text, $"{Path}\n{Deadline}\n{Contract}\n{Key}\n{Time}\n{Nonce}\n{Body}", out var length);
        HMACSHA256.HashData(key, fits ? text[..length] : Encoding.UTF8.GetBytes($"{Path}\n{Deadline}\n{Contract}\n{Key}\n{Time}\n{Nonce}\n{Body}"), signature);
    }
}
