using System.Security.Cryptography;
using System.Text;

namespace Klotho.Drivers;

/// <summary>What stands for the key of an order where a technology cannot hold the key itself, so that any text may be one.</summary>
public static class KeyDigest
{
    /// <summary>The digest: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    /// <param name="key">The key, of any length.</param>
    public static string Of(string key) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}";
}
