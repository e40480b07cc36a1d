using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Emit.Output;

namespace Klotho.Emit.Containers;

/// <summary>The Dockerfile: the application is built once, and each unit gets an image with just the packages that it needs.</summary>
public static class ContainerFiles
{
    // Ids hold no underscores, so no unit can be named like these.
    private const string Build = "klotho_build";
    private const string Base = "klotho_base";

    private const string Ignored = """
        # What the build must not see: results of other builds, and what is nobody's business.
        **/bin
        **/obj
        **/node_modules
        **/.git
        **/.vs
        **/.idea
        **/.env
        **/*.user

        """;

    public static IEnumerable<OutputFile> Print(AppLayout layout, EquatableArray<UnitImage> images) => images.Count == 0 ? [] :
    [
        new(new("containers/Dockerfile"), Dockerfile(layout, images)),
        new(new("containers/Dockerfile.dockerignore"), Ignored.ReplaceLineEndings("\n")),
    ];

    private static string Dockerfile(AppLayout layout, EquatableArray<UnitImage> images)
    {
        var version = layout.TargetFramework.StartsWith("net", StringComparison.Ordinal) ? layout.TargetFramework["net".Length..] : layout.TargetFramework;
        var text = new StringBuilder($$"""
            # syntax=docker/dockerfile:1
            # Written by klotho compile. One build, one image per unit; from this folder:
            #   docker build --file Dockerfile --target {{images[0].Unit}} ../{{layout.ContextFromOutput}}
            ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:{{version}}
            ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/aspnet:{{version}}

            FROM --platform=$BUILDPLATFORM ${SDK_IMAGE} AS {{Build}}
            ARG TARGETARCH
            WORKDIR /source
            COPY . .
            RUN dotnet publish "{{layout.Project}}" --configuration Release --arch "$TARGETARCH" --self-contained false \
                --output /app -p:PublishReadyToRun=true -p:ContinuousIntegrationBuild=true -p:UseAppHost=false

            FROM ${RUNTIME_IMAGE} AS {{Base}}
            WORKDIR /app

            """);
        foreach (var image in images)
        {
            text.Append($"\nFROM {Base} AS {image.Unit}\n");
            if (image.Packages.Count > 0)
            {
                text.Append("RUN apt-get update \\\n");
                text.Append($"    && apt-get install --yes --no-install-recommends {string.Join(' ', image.Packages.Items)} \\\n");
                text.Append("    && rm -rf /var/lib/apt/lists/*\n");
            }

            text.Append($"COPY --from={Build} /app .\nENV Klotho__Unit={image.Unit}\nVOLUME /tmp\nUSER $APP_UID\nENTRYPOINT [\"dotnet\", \"{layout.AssemblyName}.dll\"]\n");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }
}
