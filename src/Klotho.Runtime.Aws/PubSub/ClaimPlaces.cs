using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Reads where a binding keeps payloads that are too large: its option <c>claims=bucket/prefix</c>.</summary>
internal static class ClaimPlaces
{
    public const string Option = "claims";

    /// <summary>The place; null where the binding names none.</summary>
    /// <exception cref="InvalidOperationException">What it names is no place in a bucket.</exception>
    public static ClaimStore? Open(IAwsClients clients, ResourceBinding binding, IReadOnlyDictionary<string, string> options) =>
        !options.TryGetValue(Option, out var place) ? null
        : S3BlobProvider.Parse(place) is var (bucket, prefix) ? new ClaimStore(clients, bucket, prefix)
        : throw new InvalidOperationException($"{binding.Key}: {Option} has the form bucket/prefix.");
}
