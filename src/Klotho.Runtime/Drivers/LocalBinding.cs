using Microsoft.Extensions.Configuration;

namespace Klotho.Drivers;

/// <summary>What resources without a binding of their own are bound to: files below <c>Klotho:Data</c>, else memory.</summary>
internal static class LocalBinding
{
    public const string DataKey = "Klotho:Data";

    public static ResourceBinding Memory { get; } = new(DataKey, "memory", "");

    public static ResourceBinding Of(IConfiguration configuration) =>
        configuration[DataKey] is { Length: > 0 } data ? new ResourceBinding(DataKey, Uri.UriSchemeFile, Path.GetFullPath(data)) : Memory;

    /// <summary>The directory of a resource below a file binding.</summary>
    public static string Directory(ResourceBinding binding, string kind, string id)
    {
        // file:///C:/data has a slash ahead of the drive.
        var target = binding.Target is ['/', _, ':', ..] ? binding.Target[1..] : binding.Target;
        return target.Length > 0 ? Path.Combine(target, kind, id) : throw binding.Malformed("file:///path");
    }
}
