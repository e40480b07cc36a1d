using System.Security.Cryptography;
using System.Text;
using Klotho.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>
/// The token that the processes of one application share (<c>Klotho:UnitToken</c>, or what it refers to): calls between them are signed with it,
/// and people at the machine show it. Where it is not set, no call is let in.
/// </summary>
internal sealed class UnitToken(IConfiguration configuration, ReferencedValues values, IOptions<KlothoOptions> options, TimeProvider time)
{
    public const string Setting = "Klotho:" + Use;

    /// <summary>How <c>Klotho:Uses</c> lists it.</summary>
    public const string Use = "UnitToken";

    private const string Scheme = "Bearer ";

    // Whoever sends us wrong signatures must not have us read the token's source for each.
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private Known? _known;

    /// <summary>The key of signatures from this process; null where no token is set.</summary>
    public byte[]? Key => Current()?.Key;

    /// <summary>
    /// The key before this process learned that the token had changed, for twice the time that a value is kept: others learn it later. Null
    /// where it has not changed in that time.
    /// </summary>
    public byte[]? PreviousKey => Current() is { Before: { } before } known && time.GetUtcNow() < known.BeforeUntil ? before : null;

    /// <summary>Reads a token that is referred to, so that no call waits for it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public async ValueTask PrepareAsync(CancellationToken cancel)
    {
        if (Reference() is { } reference)
        {
            await reference.ReadAsync(cancel);
        }
    }

    /// <summary>Reads a token that is referred to again, unless that was done within a second.</summary>
    /// <returns>Whether it is another than the one with <paramref name="key"/>.</returns>
    public async ValueTask<bool> IsRenewedAsync(byte[]? key, CancellationToken cancel)
    {
        if (Reference() is { } reference)
        {
            await reference.ReadAgainAsync(LeastAge, cancel);
        }

        return Key is { } now && !ReferenceEquals(now, key);
    }

    /// <summary>Whether a request carries the token itself. Takes the same time whatever the request carries.</summary>
    public bool IsIn(HttpRequest request) =>
        Current() is { } known &&
        request.Headers.Authorization is [{ } given] &&
        CryptographicOperations.FixedTimeEquals(Digest(Scheme + known.Text), Digest(given));

    /// <summary>Whether one is set.</summary>
    public bool IsSet => configuration[Setting] is { Length: > 0 };

    private ReferencedValue? Reference() => configuration[Setting] is { Length: > 0 } set ? values.Find(Setting, set) : null;

    private Known? Current()
    {
        var text = configuration[Setting] is { Length: > 0 } set ? values.Find(Setting, set)?.Current ?? set : "";
        lock (_lock)
        {
            if (text != (_known?.Text ?? ""))
            {
                // The same bytes for as long as it is the same token: they tell whether it has changed.
                _known = text.Length > 0 ? new(text, Encoding.UTF8.GetBytes(text), _known?.Key, time.GetUtcNow() + (2 * options.Value.ValueRefresh)) : null;
            }

            return _known;
        }
    }

    // Texts of different lengths become comparable without telling their lengths.
    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private sealed record Known(string Text, byte[] Key, byte[]? Before, DateTimeOffset BeforeUntil)
    {
        // A token has no place in a log.
        public override string ToString() => nameof(Known);
    }
}
