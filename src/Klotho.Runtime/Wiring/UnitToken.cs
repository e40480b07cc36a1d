using System.Security.Cryptography;
using System.Text;
using Klotho.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Klotho.Wiring;

/// <summary>The token that the processes of one application share (<c>Klotho:UnitToken</c>, or what it refers to). Where it is not set, no call is let in.</summary>
internal sealed class UnitToken(IConfiguration configuration, ReferencedValues values)
{
    private const string Key = "Klotho:UnitToken";
    private const string Scheme = "Bearer ";

    /// <summary>The value of the Authorization header of calls from this process; null where no token is set.</summary>
    public string? Header => Value is { Length: > 0 } token ? Scheme + token : null;

    private string? Value => configuration[Key] is { Length: > 0 } set ? values.Find(Key, set)?.Current ?? set : null;

    /// <summary>Whether a request carries the token. Takes the same time whatever the request carries.</summary>
    public bool IsIn(HttpRequest request) =>
        Header is { } expected &&
        request.Headers.Authorization is [{ } given] &&
        CryptographicOperations.FixedTimeEquals(Digest(expected), Digest(given));

    // Texts of different lengths become comparable without telling their lengths.
    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
