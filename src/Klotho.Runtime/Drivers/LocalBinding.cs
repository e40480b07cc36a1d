using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>What resources without a binding of their own are bound to: files below <c>Klotho:Data</c>, else memory.</summary>
internal static class LocalBinding
{
    public const string DataKey = "Klotho:Data";

    public static Uri Memory { get; } = new("memory:///");

    public static Uri Of(IConfiguration configuration) =>
        configuration[DataKey] is { Length: > 0 } data
            ? new UriBuilder { Scheme = Uri.UriSchemeFile, Host = "", Path = Path.GetFullPath(data) }.Uri
            : Memory;

    /// <summary>The directory of a resource below a file binding.</summary>
    public static string Directory(Uri binding, string kind, string id) => Path.Combine(binding.LocalPath, kind, id);
}
