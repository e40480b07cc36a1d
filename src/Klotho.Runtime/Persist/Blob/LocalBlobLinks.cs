using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Klotho.Drivers;

/// <summary>
/// Links to files that have no address of their own: to this process's endpoint below <c>/_klotho/</c>, signed with a key that ends with the
/// process. A deployed process makes none, because no gateway lets anybody in there.
/// </summary>
internal sealed class LocalBlobLinks(ResourceBindings bindings, TimeProvider time, IServer? server = null)
{
    /// <summary>The endpoint. The file's path, the end and the signature are its query's.</summary>
    public const string Route = "/_klotho/blobs/{store}";

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <exception cref="NotSupportedException">The process is deployed, or serves no requests.</exception>
    public Uri Of(string store, string path, TimeSpan lifetime)
    {
        if (bindings.IsDeployed)
        {
            throw new NotSupportedException($"The files of '{store}' have no links here: a deployed process makes them only where its store does, as one on s3:// does. Bind Klotho:Persist:{store} to one.");
        }

        if (server is null)
        {
            throw new NotSupportedException($"The files of '{store}' have no links here: this process serves no requests.");
        }

        var until = (time.GetUtcNow() + lifetime).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var target = Route.Replace("{store}", Uri.EscapeDataString(store), StringComparison.Ordinal);
        return new Uri(Address(server), $"{target}?path={Uri.EscapeDataString(path)}&until={until}&key={Sign(store, path, until)}");
    }

    /// <summary>Whether this process made the link, and it has not ended.</summary>
    public bool Allows(string store, string path, string until, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(store, path, until)), Encoding.UTF8.GetBytes(key)) &&
        long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && time.GetUtcNow().ToUnixTimeMilliseconds() < end;

    // Neither a store's id nor a time has a line break.
    private string Sign(string store, string path, string until) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{store}\n{until}\n{path}")));

    /// <summary>Where a browser on this machine finds the process.</summary>
    private static Uri Address(IServer server)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var parts = Microsoft.AspNetCore.Http.BindingAddress.Parse(address);
        var everywhere = parts.Host is "*" or "+" || (IPAddress.TryParse(parts.Host.Trim('[', ']'), out var host) && (host.Equals(IPAddress.Any) || host.Equals(IPAddress.IPv6Any)));
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"{parts.Scheme}://{(everywhere ? "localhost" : parts.Host)}:{parts.Port}"));
    }
}
