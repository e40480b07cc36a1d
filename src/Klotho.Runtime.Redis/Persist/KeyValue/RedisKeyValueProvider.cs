using System.Text.RegularExpressions;
using Klotho.Drivers;

namespace Klotho.Redis;

/// <summary>Opens stores in Redis: <c>redis://host:port?prefix=name</c>. A store without a prefix has that of its id.</summary>
internal sealed partial class RedisKeyValueProvider(RedisConnections connections, string scheme) : IDriverProvider<IKeyValueDriver>
{
    public string Scheme { get; } = scheme;

    public IKeyValueDriver Open(string id, ResourceBinding binding)
    {
        var server = RedisConnections.Read(binding);
        var prefix = server.Options.GetValueOrDefault(RedisConnections.PrefixOption) ?? id;
        return Prefix.IsMatch(prefix)
            ? new RedisKeyValueDriver(connections.Open(server), new RedisKeys(prefix))
            : throw new InvalidOperationException($"{binding.Key}: a prefix is at most 100 letters, digits and any of . _ : / -");
    }

    // Nothing that means something in a pattern or decides about the slot in a cluster.
    [GeneratedRegex(@"^[A-Za-z0-9._:/-]{1,100}\z")]
    private static partial Regex Prefix { get; }
}
