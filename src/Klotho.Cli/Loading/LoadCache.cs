using System.Text.Json;
using Klotho.Cli.Caching;

namespace Klotho.Cli.Loading;

/// <summary>Loads that need no MSBuild run, because nothing changed on which they rest.</summary>
internal sealed class LoadCache(ContentCache entries)
{
    public IReadOnlyList<ProjectFacts>? Find(ProjectTarget target) =>
        entries.Read(Key(target)) is { } content && Parse(content) is { } state && Holds(state) ? state.Projects : null;

    public void Keep(ProjectTarget target, LoadedState state) =>
        entries.Write(Key(target), JsonSerializer.SerializeToUtf8Bytes(state, LoadJson.Default.LoadedState));

    private static bool Holds(LoadedState state) =>
        state.Projects.Count > 0 &&
        state.Sdk.Holds() &&
        state.Files.All(file => PathStamps.Hold(file.Key, file.Value)) &&
        EnvironmentVariables.Named(state.Names).SequenceEqual(state.Variables) &&
        state.Folders.All(folder => PathStamps.OfFolder(folder.Key) == folder.Value);

    /// <summary>Null for an entry whose checksum is right but whose form is not: one that somebody made.</summary>
    private static LoadedState? Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, LoadJson.Default.LoadedState);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CacheKey Key(ProjectTarget target) => CacheKey.Of("load", [ToolIdentity.Value, target.File, .. target.Projects]);
}
