using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>
/// What this process's resources are bound to. What has no binding of its own is local, except in a deployed process
/// (<c>Klotho:Deployed</c> is <c>true</c>): state that nobody meant to be lost must not be kept in memory there.
/// </summary>
internal sealed class ResourceBindings(IConfiguration configuration)
{
    private const string DeployedKey = "Klotho:Deployed";

    /// <summary>Whether this process is one that an operator has deployed, with all that it uses bound.</summary>
    public bool IsDeployed { get; } = configuration[DeployedKey] switch
    {
        null or "" => false,
        var text => bool.TryParse(text, out var deployed) ? deployed : throw new InvalidOperationException($"{DeployedKey} is '{text}': true or false."),
    };

    /// <summary>The first binding of an id among <paramref name="sections"/>, or the local one; null in a deployed process that has neither.</summary>
    /// <exception cref="InvalidOperationException">The configuration holds something that is no binding.</exception>
    public ResourceBinding? Find(string id, params IEnumerable<string> sections) =>
        sections.Select(section => ResourceBinding.Find(configuration, section, id)).FirstOrDefault(found => found is not null) ??
        (IsDeployed && string.IsNullOrEmpty(configuration[LocalBinding.DataKey]) ? null : LocalBinding.Of(configuration));

    /// <summary>The same, for a resource that is used.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it is no binding.</exception>
    public ResourceBinding Of(string id, params IReadOnlyList<string> sections) =>
        Find(id, sections) ?? throw new InvalidOperationException(Missing(id, sections));

    /// <summary>What is said of a resource that is used and has no binding.</summary>
    public static string Missing(string id, IEnumerable<string> sections) =>
        $"This process uses '{id}', but {string.Join(" or ", sections.Select(section => $"Klotho:{section}:{id}"))} is not set, and a deployed process " +
        $"({DeployedKey}) keeps nothing in memory by itself. Set it to what holds '{id}', or to memory:// if that may be lost.";
}
