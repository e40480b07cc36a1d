using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>What a unit's image needs of its operating system, for every candidate that runs an image.</summary>
internal static class DebianPackages
{
    // These names end up in a command of the Dockerfile (what a package's name may be: Debian Policy Manual, 5.6.1).
    public static readonly ParameterSpec Parameter = new(
        "os_packages",
        new ParameterValue.Text(""),
        "Debian packages that the unit's image needs, with blanks between: tesseract-ocr webp.",
        Pattern: new("^([a-z0-9][a-z0-9+.-]+( [a-z0-9][a-z0-9+.-]+)*)?$", "names of Debian packages with single blanks between"));
}
