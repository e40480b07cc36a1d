using System.Security.Cryptography;
using System.Text;

namespace Klotho.Cli.Caching;

/// <summary>The name of an entry: what kind it is and the hash of everything that it stands for.</summary>
internal readonly record struct CacheKey(string Value)
{
    /// <summary>A key over parts in order; each is told apart from the next.</summary>
    public static CacheKey Of(string kind, params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part));
            hash.AppendData([0]);
        }

        return new($"{kind}-{Convert.ToHexStringLower(hash.GetHashAndReset())}");
    }

    public override string ToString() => Value;
}
