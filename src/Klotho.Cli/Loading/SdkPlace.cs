namespace Klotho.Cli.Loading;

/// <summary>The folder that holds the SDKs and what stands in it: another SDK may be chosen as soon as it is there.</summary>
internal sealed record SdkPlace(string Folder, string Names)
{
    /// <param name="sdk">The folder of the SDK in use.</param>
    public static SdkPlace Beside(string sdk) => In(Path.GetDirectoryName(sdk) ?? "/");

    public bool Holds() => In(Folder) == this;

    private static SdkPlace In(string folder) => new(
        folder,
        Directory.Exists(folder) ? string.Join(' ', Directory.EnumerateDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)) : "");
}
