using Klotho.Emit.Output;
using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Containers;

/// <summary>
/// What an image says of itself, under the names of the OCI image specification where it has one. A scanner finds the packages that the
/// application is made of in the file that the last label names; what is compiled to native code has none.
/// </summary>
internal static class ImageLabels
{
    public static IEnumerable<(string Name, string Value)> Of(string app, AppLayout layout, UnitImage image)
    {
        yield return ("org.opencontainers.image.title", $"{app}/{image.Unit}");
        yield return ("org.opencontainers.image.description", $"Unit {image.Unit} of {app}.");
        yield return ("org.opencontainers.image.base.name", BaseImages.For(layout.TargetFramework).Runtime(image.Mode, image.HasSystem));
        if (image.Mode != PublishMode.NativeAot)
        {
            yield return ("klotho.sbom", $"/app/{layout.AssemblyName}.deps.json");
        }
    }
}
