using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Klotho.Emit.Output;

/// <summary>
/// Which input an output was made from: <c>sha256:</c> and 64 hexadecimal digits, over what the code needs, the configuration in
/// effect, the lock, and where the projects are. The version of the tool is no part of it.
/// </summary>
public readonly record struct InputDigest(string Value)
{
    /// <summary>The digest of texts, each with its length before it, so that no two lists of texts have the same.</summary>
    public static InputDigest Of(params IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var text in texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return new($"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }

    public override string ToString() => Value;
}
