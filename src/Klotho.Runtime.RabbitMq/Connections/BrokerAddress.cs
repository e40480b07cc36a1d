using Klotho.Drivers;
using Microsoft.AspNetCore.WebUtilities;

namespace Klotho.RabbitMq;

/// <summary>Where a broker is and who signs in. Bindings with the same address share connections.</summary>
/// <param name="Host">The host's name.</param>
/// <param name="Port">The port.</param>
/// <param name="Tls">Whether TLS is spoken.</param>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="User">The user; <c>guest</c> where the binding names none, as the protocol's clients do.</param>
/// <param name="Password">Where the password is; null for that of <c>guest</c>.</param>
/// <param name="Authority">Where the certificate is that the server's must come from; null for those that the system trusts.</param>
internal sealed record BrokerAddress(
    string Host, int Port, bool Tls, string VirtualHost, string User, ResourceBinding? Password, ResourceBinding? Authority)
{
    // Source: www.rabbitmq.com/docs/networking, 2026-11-22.
    private const int PlainPort = 5672;
    private const int TlsPort = 5671;

    /// <summary>Reads <c>amqp://user@host:port/name?password=file:///path</c>: the address, the name, and the options that are the topic's.</summary>
    /// <exception cref="InvalidOperationException">It is malformed.</exception>
    public static (BrokerAddress Address, string Name, IReadOnlyDictionary<string, string> Options) Read(ResourceBinding binding)
    {
        if (!Uri.TryCreate($"{binding.Scheme}://{binding.Target}", UriKind.Absolute, out var uri) || uri.Host.Length == 0 ||
            Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) is not { Length: > 0 } name || uri.UserInfo.Contains(':', StringComparison.Ordinal))
        {
            throw binding.Malformed($"{binding.Scheme}://user@host:port/name?password=file:///path (a password itself has no place in it)");
        }

        var options = QueryHelpers.ParseQuery(uri.Query).ToDictionary(option => option.Key, option => option.Value.ToString(), StringComparer.Ordinal);
        var tls = binding.Scheme == RabbitMqTopics.TlsScheme || options.GetValueOrDefault("tls") == "require";
        var user = uri.UserInfo.Length > 0 ? Uri.UnescapeDataString(uri.UserInfo) : options.GetValueOrDefault("user", "guest");
        return (new BrokerAddress(
            uri.Host, uri.Port > 0 ? uri.Port : tls ? TlsPort : PlainPort, tls, options.GetValueOrDefault("vhost", "/"), user,
            Reference(binding, options, "password"), Reference(binding, options, "ca")), name, options);
    }

    private static ResourceBinding? Reference(ResourceBinding binding, Dictionary<string, string> options, string option) =>
        options.GetValueOrDefault(option) is { } text ? ResourceBinding.Parse($"{binding.Key} ({option})", text) : null;
}
