using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Containers;

/// <summary>
/// Settings for <c>dotnet publish</c> that concern the application's project and none that it references: MSBuild hands a property
/// of the command line on to references, where trimming breaks what targets .NET Standard.
/// </summary>
internal static class PublishSettings
{
    public const string FileName = "containers/Publish.props";

    /// <summary>The property that chooses a unit, in builds without the Dockerfile.</summary>
    public const string Unit = "KlothoUnit";

    /// <summary>The property that chooses what becomes of the code; the unit's own where a unit is chosen.</summary>
    public const string Mode = "KlothoPublish";

    /// <summary>The property for the settings that must bind what the chosen unit uses.</summary>
    private const string Uses = "KlothoUses";

    public static string Print(string app, AppLayout layout, EquatableArray<UnitImage> images)
    {
        var text = new StringBuilder($"""
            <Project>
              <!--
                Written by klotho compile. Builds a unit's image without a Dockerfile and without Docker, from the source root:
                  dotnet publish {layout.Project} -t:PublishContainer -c Release -p:{Unit}={images[0].Unit} \
                    -p:CustomAfterMicrosoftCommonProps=FULL-PATH-OF-THIS-FILE -p:ContainerRegistry=REGISTRY
                or, instead of the registry, into a file: -p:ContainerArchiveOutputPath=image.tar.gz
              -->
              <!-- The same sources give the same files, wherever and in whichever commit they are: for what the project references, too. -->
              <PropertyGroup>
                <Deterministic>true</Deterministic>
                <ContinuousIntegrationBuild>true</ContinuousIntegrationBuild>
                <EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries>
                <PathMap>$([MSBuild]::NormalizePath('$(MSBuildThisFileDirectory)', '../{layout.ContextFromOutput}'))=/_</PathMap>
              </PropertyGroup>
              <PropertyGroup Condition="{OfProject(layout)}">
                <ContainerRepository>{app}/$({Unit})</ContainerRepository>
                <ContainerImageTag>latest</ContainerImageTag>
                <ContainerGenerateLabelsImageCreated>false</ContainerGenerateLabelsImageCreated>
              </PropertyGroup>

            """.ReplaceLineEndings("\n"));
        foreach (var alike in images.Items.GroupBy(image => (image.Mode, Runtime: Runtime(layout, image), image.HasSystem, UsesAny: image.Uses.Count > 0)))
        {
            AddUnits(text, app, layout, [.. alike]);
        }

        foreach (var image in images.Items.Where(image => image.Packages.Count > 0))
        {
            AddCheck(text, layout, image);
        }

        foreach (var mode in images.Items.Select(image => image.Mode).Distinct().Order())
        {
            text.Append($"  <PropertyGroup Condition=\"{OfProject(layout)} and '$({Mode})' == '{PublishModes.NameOf(mode)}'\">\n");
            text.Append(string.Concat(Properties(mode).Select(property => $"    <{property.Name}>{property.Value}</{property.Name}>\n")));
            text.Append("  </PropertyGroup>\n");
        }

        return text.Append("</Project>\n").ToString();
    }

    /// <summary>The settings of units whose images differ in nothing but the unit.</summary>
    private static void AddUnits(StringBuilder text, string app, AppLayout layout, IReadOnlyList<UnitImage> images)
    {
        var image = images[0];
        var named = images.Count == 1 ? image : image with { Unit = $"$({Unit})", Uses = image.Uses.Count == 0 ? image.Uses : new([$"$({Uses})"]) };
        var uses = images.Count == 1 ? [] : images.Where(each => each.Uses.Count > 0)
            .Select(each => $"    <{Uses} Condition=\"{IsUnit(each)}\">{string.Join(',', each.Uses.Items)}</{Uses}>\n");
        var condition = $"{OfProject(layout)} and {(images.Count == 1 ? IsUnit(image) : $"$([System.String]::new(';{string.Join(';', images.Select(each => each.Unit))};').Contains(';$({Unit});'))")}";
        text.Append($"""
              <PropertyGroup Condition="{condition}">
                <{Mode}>{PublishModes.NameOf(image.Mode)}</{Mode}>
                <ContainerBaseImage>{Runtime(layout, image)}</ContainerBaseImage>
            {string.Concat(uses)}  </PropertyGroup>
              <ItemGroup Condition="{condition}">
            {Items("ContainerEnvironmentVariable", named.Variables)}{Items("ContainerLabel", ImageLabels.Of(app, layout, named))}  </ItemGroup>

            """.ReplaceLineEndings("\n"));
    }

    private static string Items(string kind, IEnumerable<(string Name, string Value)> items) =>
        string.Concat(items.Select(item => $"    <{kind} Include=\"{item.Name}\" Value=\"{item.Value}\" />\n"));

    /// <summary>This kind of build runs nothing in the image, so it cannot install packages there.</summary>
    private static void AddCheck(StringBuilder text, AppLayout layout, UnitImage image) => text.Append($"""
          <Target Name="KlothoBaseImage_{image.Unit.Replace('-', '_')}" BeforeTargets="PublishContainer" Condition="{OfProject(layout)} and {IsUnit(image)} and '$(KlothoBaseImage)' == ''">
            <Error Text="Unit {image.Unit} needs {string.Join(' ', image.Packages.Items)}: set KlothoBaseImage to an image that has it, such as the stage {Dockerfile.SystemOf(image)} of the Dockerfile." />
          </Target>

        """.ReplaceLineEndings("\n"));

    private static string Runtime(AppLayout layout, UnitImage image) =>
        image.Packages.Count > 0 ? "$(KlothoBaseImage)" : BaseImages.For(layout.TargetFramework).Runtime(image.Mode, withPackages: image.NeedsShell);

    private static string IsUnit(UnitImage image) => $"'$({Unit})' == '{image.Unit}'";

    /// <summary>What makes <c>dotnet publish</c> do it.</summary>
    public static IEnumerable<(string Name, string Value)> Properties(PublishMode mode) => mode switch
    {
        PublishMode.Trimmed => [("PublishTrimmed", "true"), ("SelfContained", "true"), ("PublishReadyToRun", "true")],
        PublishMode.NativeAot => [("PublishAot", "true"), ("StripSymbols", "true"), ("CopyOutputSymbolsToPublishDirectory", "false")],
        _ => [("PublishReadyToRun", "true"), ("SelfContained", "false"), ("UseAppHost", "false")],
    };

    private static string OfProject(AppLayout layout) => $"'$(MSBuildProjectName)' == '{Path.GetFileNameWithoutExtension(layout.Project.Value)}'";
}
