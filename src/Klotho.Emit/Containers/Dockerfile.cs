using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Containers;

/// <summary>
/// The Dockerfile: the application is built once for each way to build it (mostly one), and each unit gets an image with just the
/// packages that it needs. Ids hold no underscores, so no unit is called like a stage that is not its own.
/// </summary>
internal static class Dockerfile
{
    private const string Sources = "/source";

    /// <summary>The stage that is the AWS Lambda Web Adapter.</summary>
    private const string Adapter = "lambda_adapter";

    /// <summary>Where the files of a static unit are that nothing builds.</summary>
    private const string Files = "/files";

    public static string Print(string app, AppLayout layout, EquatableArray<UnitImage> images, EquatableArray<SiteImage> sites)
    {
        var text = new StringBuilder();
        Head(text, layout, images, sites);
        if (images.Items.Any(image => image.HasWebAdapter))
        {
            // An instruction that copies takes no argument for where it copies from.
            text.Append($"\nFROM ${{LAMBDA_ADAPTER_IMAGE}} AS {Adapter}\n");
        }

        foreach (var mode in images.Items.Select(image => image.Mode).Distinct().Order())
        {
            Build(text, layout, mode);
        }

        foreach (var image in images)
        {
            Unit(text, app, layout, image);
        }

        foreach (var site in sites)
        {
            Site(text, layout, site);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>The stage with the operating system's packages that a unit needs.</summary>
    public static string SystemOf(UnitImage image) => $"{image.Unit}_system";

    private static void Head(StringBuilder text, AppLayout layout, EquatableArray<UnitImage> images, EquatableArray<SiteImage> sites)
    {
        var bases = BaseImages.For(layout.TargetFramework);
        text.Append($"""
            # syntax=docker/dockerfile:1
            # Written by klotho compile. One build, one image per unit; from this folder:
            #   docker build --file Dockerfile --target {images[0].Unit} ../{layout.ContextFromOutput}
            # The same sources on the same base images give the same image, with a list of what is in it, if its times are fixed too:
            #   docker buildx build … --build-arg SOURCE_DATE_EPOCH=0 --sbom=true --output type=registry,rewrite-timestamp=true,name=…

            """);
        foreach (var mode in images.Items.Select(image => image.Mode).Distinct().Order())
        {
            text.Append($"ARG {Variable(mode)}SDK_IMAGE={bases.Sdk(mode)}\n");
        }

        foreach (var (mode, packages) in images.Items.Select(image => (image.Mode, image.HasSystem)).Distinct().Order())
        {
            text.Append($"ARG {Runtime(mode, packages)}={bases.Runtime(mode, packages)}\n");
        }

        if (images.Items.Any(image => image.HasWebAdapter))
        {
            text.Append($"ARG LAMBDA_ADAPTER_IMAGE={BaseImages.WebAdapter}\n");
        }

        if (sites.Count > 0)
        {
            text.Append("ARG WEB_IMAGE=docker.io/nginxinc/nginx-unprivileged:stable-alpine-slim\n");
        }

        if (sites.Items.Any(site => site.BuildCommand is not null))
        {
            text.Append("ARG NODE_IMAGE=docker.io/library/node:22-alpine\n");
        }
    }

    private static void Build(StringBuilder text, AppLayout layout, PublishMode mode)
    {
        var native = mode == PublishMode.NativeAot;
        text.Append($$"""

            FROM {{(native ? "" : "--platform=$BUILDPLATFORM ")}}${{{Variable(mode)}}SDK_IMAGE} AS {{BuildOf(mode)}}
            ARG TARGETARCH
            ARG SOURCE_DATE_EPOCH=0
            ARG BUILDKIT_SBOM_SCAN_STAGE=true
            WORKDIR {{Sources}}
            COPY . .
            RUN dotnet publish "{{layout.Project}}" --configuration Release --arch "$TARGETARCH" --output /app \
                {{Flags(layout, mode)}} \
                -p:Deterministic=true -p:ContinuousIntegrationBuild=true -p:PathMap={{Sources}}=/_ \
                && chmod -R u=rwX,go=rX /app \
                && find /app -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +

            """);
    }

    /// <summary>Trimming concerns the application's project alone, as the settings beside this file say it: where the build sees them.</summary>
    private static string Flags(AppLayout layout, PublishMode mode) => mode != PublishMode.ReadyToRun && layout.OutputFromContext is { } output
        ? $"-p:CustomAfterMicrosoftCommonProps={Sources}/{output}/{PublishSettings.FileName} -p:{PublishSettings.Mode}={PublishModes.NameOf(mode)}"
        : string.Join(' ', PublishSettings.Properties(mode).Select(property => $"-p:{property.Name}={property.Value}"));

    private static void Unit(StringBuilder text, string app, AppLayout layout, UnitImage image)
    {
        var from = $"${{{Runtime(image.Mode, image.HasSystem)}}}";
        if (image.Packages.Count > 0)
        {
            text.Append($"""

                FROM {from} AS {SystemOf(image)}
                RUN apt-get update \
                    && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends {string.Join(' ', image.Packages.Items)} \
                    && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/cache/debconf/*-old /var/cache/fontconfig/* /var/cache/ldconfig/aux-cache /var/log/*

                """);
            from = SystemOf(image);
        }

        var labels = ImageLabels.Of(app, layout, image).Select(label => $"{label.Name}=\"{label.Value}\"");
        text.Append($"""

            FROM {from} AS {image.Unit}
            WORKDIR /app
            COPY --from={BuildOf(image.Mode)} /app .{(image.HasWebAdapter ? $"\nCOPY --from={Adapter} /lambda-adapter /opt/extensions/lambda-adapter" : "")}
            {string.Join('\n', image.Variables.Select(variable => $"ENV {variable.Name}={variable.Value}"))}
            LABEL {string.Join(" \\\n      ", labels)}
            VOLUME /tmp
            USER $APP_UID
            ENTRYPOINT [{EntryPoint(layout, image.Mode)}]

            """);
    }

    /// <summary>Files of a checkout have its permissions, so they pass through a stage that gives them one set, as those do that a command makes.</summary>
    private static void Site(StringBuilder text, AppLayout layout, SiteImage site)
    {
        var folder = Inside(layout, site.Folder);
        var files = site.BuildCommand is null ? Files : $"{Sources}/{folder}";
        var made = site.BuildCommand is { } command
            ? $$"""
                FROM --platform=$BUILDPLATFORM ${NODE_IMAGE} AS {{site.Unit}}_site_build
                ARG SOURCE_DATE_EPOCH=0
                WORKDIR {{Sources}}
                COPY . .
                WORKDIR {{Sources}}/{{Inside(layout, site.BuildDirectory)}}
                RUN {{command}}
                """
            : $$"""
                FROM --platform=$BUILDPLATFORM ${WEB_IMAGE} AS {{site.Unit}}_site_build
                ARG SOURCE_DATE_EPOCH=0
                USER root
                COPY {{folder}} {{Files}}
                """;
        text.Append($$"""

            {{made}}
            RUN chmod -R u=rwX,go=rX {{files}} \
                && find {{files}} -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

            FROM ${WEB_IMAGE} AS {{site.Stage}}
            COPY --from={{site.Unit}}_site_build {{files}} /usr/share/nginx/html

            """);
    }

    /// <summary>A folder of the project as seen from the source root.</summary>
    private static string Inside(AppLayout layout, string folder)
    {
        var parts = new List<string>();
        foreach (var part in $"{layout.Project.Value}/../{folder}".Split('/').Where(part => part.Length > 0 && part != "."))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != "..")
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? "." : string.Join('/', parts);
    }

    private static string EntryPoint(AppLayout layout, PublishMode mode) =>
        mode == PublishMode.ReadyToRun ? $"\"dotnet\", \"{layout.AssemblyName}.dll\"" : $"\"./{layout.AssemblyName}\"";

    private static string BuildOf(PublishMode mode) => $"klotho_build{(mode == PublishMode.ReadyToRun ? "" : $"_{PublishModes.NameOf(mode)}")}";

    /// <summary>What the names of a way's images begin with: nothing, for the usual way.</summary>
    private static string Variable(PublishMode mode) => mode == PublishMode.ReadyToRun ? "" : $"{PublishModes.NameOf(mode).ToUpperInvariant()}_";

    private static string Runtime(PublishMode mode, bool packages) => $"{Variable(mode)}{(packages ? "SYSTEM" : "RUNTIME")}_IMAGE";
}
