using System.Xml.Linq;
using Klotho.Analysis.Collections;
using Klotho.Emit.Containers;
using Klotho.Emit.Output;
using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Compiler.Tests.Emit.Containers;

/// <summary>What builds images, as an independent parser reads it. docs/output.md says which of it was built for real.</summary>
public sealed class ContainerFileTests
{
    private static readonly AppLayout Layout = new(new("apps/Deck/Deck.csproj"), "Deck", "net10.0", "../../..") { OutputFromContext = "apps/Deck/compiled" };

    private static readonly EquatableArray<UnitImage> Images = new(
    [
        new("main", EquatableArray<string>.Empty) { Uses = new(["Persist:images", "PubSub:slide-uploaded"]) },
        new("ocr", new(["tesseract-ocr", "webp"])),
        new("fast", EquatableArray<string>.Empty) { Mode = PublishMode.NativeAot },
        new("small", EquatableArray<string>.Empty) { Mode = PublishMode.Trimmed },
    ]);

    private static readonly EquatableArray<SiteImage> Sites = new(
    [
        new("deck-web", "web/dist") { BuildCommand = "npm ci && npm run build", BuildDirectory = "web" },
        new("help", "../help"),
    ]);

    [Fact]
    public void An_independent_reader_finds_nothing_wrong()
    {
        var read = Read(Images, Sites);

        Assert.Empty(read.Problems);
        Assert.Equal(
            ["klotho_build", "klotho_build_trimmed", "klotho_build_native_aot", "main", "ocr_system", "ocr", "fast", "small", "deck-web_site_build", "deck-web_site", "help_site_build", "help_site"],
            read.Stages);
    }

    [Fact]
    public void An_application_that_asks_for_nothing_is_built_once() =>
        Assert.Equal(["klotho_build", "main", "ocr_system", "ocr"], Read(new(Images.Items[..2]), default).Stages);

    [Fact]
    public void Only_the_unit_that_asks_for_a_package_has_it_and_a_shell()
    {
        var read = Read(Images, Sites);

        Assert.Equal(["ocr_system", "ocr"], read.Stages.Where(stage => read.Lines(stage).Any(line => line.Contains("tesseract-ocr webp", StringComparison.Ordinal))));
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:10.0-noble", read.Base("ocr"));
        Assert.Equal("mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra", read.Base("main"));
        Assert.Equal("mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra", read.Base("fast"));
        Assert.Equal("mcr.microsoft.com/dotnet/sdk:10.0-noble-aot", read.Base("klotho_build_native_aot"));
    }

    [Fact]
    public void The_web_adapter_is_in_the_image_of_the_unit_that_asks_for_it()
    {
        var read = Read(new([Images[0], Images[1] with { HasWebAdapter = true }]), Sites);

        Assert.Empty(read.Problems);
        Assert.Equal(["ocr"], read.Stages.Where(stage => read.Lines(stage).Contains("COPY --from=lambda_adapter /lambda-adapter /opt/extensions/lambda-adapter")));
        Assert.Equal("public.ecr.aws/awsguru/aws-lambda-adapter:0.9.1", read.Base("lambda_adapter"));
        Assert.DoesNotContain("lambda_adapter", Read(Images, Sites).Stages);
    }

    [Theory]
    [InlineData("main", "klotho_build", "[\"dotnet\", \"Deck.dll\"]")]
    [InlineData("ocr", "klotho_build", "[\"dotnet\", \"Deck.dll\"]")]
    [InlineData("small", "klotho_build_trimmed", "[\"./Deck\"]")]
    [InlineData("fast", "klotho_build_native_aot", "[\"./Deck\"]")]
    public void An_image_is_its_unit_says_what_it_holds_and_runs_as_nobody_in_particular(string unit, string build, string entryPoint)
    {
        var lines = Read(Images, Sites).Lines(unit).ToList();

        Assert.Contains($"COPY --from={build} /app .", lines);
        Assert.Contains($"ENV Klotho__Unit={unit}", lines);
        Assert.Equal(unit == "main", lines.Contains("ENV Klotho__Uses=Persist:images,PubSub:slide-uploaded"));
        Assert.Equal($"ENTRYPOINT {entryPoint}", lines[^1]);
        Assert.Equal("USER $APP_UID", lines[^2]);
        Assert.Contains(lines, line => line.StartsWith("LABEL ", StringComparison.Ordinal) && line.Contains($"org.opencontainers.image.title=\"deck/{unit}\"", StringComparison.Ordinal));
        Assert.Equal(unit != "fast", lines.Any(line => line.Contains("klotho.sbom=\"/app/Deck.deps.json\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_build_depends_on_the_sources_alone()
    {
        var read = Read(Images, Sites);

        Assert.All(read.Stages.Where(stage => stage.StartsWith("klotho_build", StringComparison.Ordinal)), stage =>
        {
            var run = Assert.Single(read.Lines(stage), line => line.StartsWith("RUN ", StringComparison.Ordinal));
            Assert.Contains("-p:Deterministic=true -p:ContinuousIntegrationBuild=true -p:PathMap=/source=/_", run, StringComparison.Ordinal);
            Assert.Contains("touch --no-dereference --date=\"@$SOURCE_DATE_EPOCH\"", run, StringComparison.Ordinal);
        });
        Assert.Contains(read.Lines("klotho_build"), line => line.Contains("-p:PublishReadyToRun=true", StringComparison.Ordinal));
        Assert.Contains(read.Lines("klotho_build_trimmed"), line => line.Contains("Props=/source/apps/Deck/compiled/containers/Publish.props -p:KlothoPublish=trimmed", StringComparison.Ordinal));
        var ignored = File("containers/Dockerfile.dockerignore", default).Split('\n');
        Assert.Equal(["apps/Deck/compiled", "!apps/Deck/compiled/containers/Publish.props"], ignored.Where(line => line.Contains("compiled", StringComparison.Ordinal) && !line.StartsWith('#')));
        Assert.Contains("**/.git", ignored);
    }

    [Fact]
    public void A_folder_outside_of_the_sources_needs_nothing_beside_the_Dockerfile()
    {
        var files = ContainerFiles.Print("deck", Layout with { OutputFromContext = null }, Images, default).ToDictionary(file => file.Path.Value, file => file.Text);

        Assert.DoesNotContain("Publish.props", files["containers/Dockerfile"], StringComparison.Ordinal);
        Assert.Contains("-p:PublishTrimmed=true", files["containers/Dockerfile"], StringComparison.Ordinal);
        Assert.DoesNotContain("compiled", files["containers/Dockerfile.dockerignore"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_static_unit_that_a_container_serves_is_built_in_a_stage_of_its_own()
    {
        var read = Read(Images, Sites);

        Assert.Equal(["WORKDIR /source", "COPY . .", "WORKDIR /source/apps/Deck/web", "RUN npm ci && npm run build"], read.Lines("deck-web_site_build").Skip(1).SkipLast(1));
        Assert.Equal(["COPY --from=deck-web_site_build /source/apps/Deck/web/dist /usr/share/nginx/html"], read.Lines("deck-web_site"));
        Assert.Equal(["USER root", "COPY apps/help /files"], read.Lines("help_site_build").Skip(1).SkipLast(1));
        Assert.Equal(["COPY --from=help_site_build /files /usr/share/nginx/html"], read.Lines("help_site"));
        Assert.All(["deck-web_site_build", "help_site_build"], stage => Assert.StartsWith("RUN chmod -R u=rwX,go=rX ", read.Lines(stage).Last(), StringComparison.Ordinal));
        Assert.StartsWith("docker.io/nginxinc/nginx-unprivileged:", read.Base("help_site"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_settings_for_builds_without_a_Dockerfile_are_XML_with_a_part_for_each_unit()
    {
        var project = XElement.Parse(File(PublishFile, default));

        Assert.Equal(
            ["main", "ocr", "fast", "small"],
            project.Elements("ItemGroup").Select(group => (string?)group.Element("ContainerEnvironmentVariable")?.Attribute("Value")));
        Assert.Contains("tesseract-ocr webp", (string?)project.Element("Target")?.Element("Error")?.Attribute("Text"), StringComparison.Ordinal);
        Assert.All(project.Elements().Skip(1), element => Assert.StartsWith("'$(MSBuildProjectName)' == 'Deck'", (string?)element.Attribute("Condition"), StringComparison.Ordinal));
    }

    [Fact]
    public void Builds_without_a_Dockerfile_map_the_paths_of_all_projects_as_those_with_one_do()
    {
        var everywhere = XElement.Parse(File(PublishFile, default)).Elements().First();

        Assert.Null(everywhere.Attribute("Condition"));
        Assert.Equal("$([MSBuild]::NormalizePath('$(MSBuildThisFileDirectory)', '../../../..'))=/_", (string?)everywhere.Element("PathMap"));
    }

    private const string PublishFile = "containers/Publish.props";

    private static DockerfileReading Read(EquatableArray<UnitImage> images, EquatableArray<SiteImage> sites) =>
        DockerfileReading.Of(ContainerFiles.Print("deck", Layout, images, sites).First().Text);

    private static string File(string path, EquatableArray<SiteImage> sites) =>
        ContainerFiles.Print("deck", Layout, Images, sites).Single(file => file.Path.Value == path).Text;
}
