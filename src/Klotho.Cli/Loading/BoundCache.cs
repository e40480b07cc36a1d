using System.Text.Json;
using Klotho.Cli.Caching;

namespace Klotho.Cli.Loading;

/// <summary>Projects that are known to compile, with the code that their generators add: neither need be found out again.</summary>
internal sealed class BoundCache(ContentCache entries)
{
    public BoundState? Find(CacheKey key)
    {
        try
        {
            return entries.Read(key) is { } content ? JsonSerializer.Deserialize(content, LoadJson.Default.BoundState) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Keep(CacheKey key, BoundState state) => entries.Write(key, JsonSerializer.SerializeToUtf8Bytes(state, LoadJson.Default.BoundState));
}
