using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>The ways to publish as an operator writes them, for every candidate that runs an image.</summary>
public static class PublishModes
{
    public const string Key = "publish";

    private static readonly (PublishMode Mode, string Name)[] Names =
    [
        (PublishMode.ReadyToRun, "ready_to_run"),
        (PublishMode.Trimmed, "trimmed"),
        (PublishMode.NativeAot, "native_aot"),
    ];

    public static readonly ParameterSpec Parameter = ParameterSpec.Choice(
        Key,
        Names[0].Name,
        Names.Select(pair => pair.Name),
        "What becomes of the code in the image: compiled ahead of time, without what nothing reaches as well, or a native program. The last two are refused where the code does not allow them.");

    public static string NameOf(PublishMode mode) => Names.First(pair => pair.Mode == mode).Name;

    public static PublishMode Read(string name) => Names.First(pair => pair.Name == name).Mode;
}
