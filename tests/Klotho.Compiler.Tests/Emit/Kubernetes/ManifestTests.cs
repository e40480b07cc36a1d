using Klotho.Compiler.Tests.Harness;
using YamlDotNet.RepresentationModel;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>The plain manifests: every object of the program, readable by a YAML parser that is not ours.</summary>
public sealed class ManifestTests
{
    public static TheoryData<string> Cases =>
        [.. Golden.CasesOf(EmitCase.Stage).Cast<object[]>().Select(row => $"{row[0]}").Where(name => name.StartsWith("Cluster", StringComparison.Ordinal) || name.StartsWith("Eks", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_manifests_hold_every_object_of_the_program(string name)
    {
        var result = EmitCase.Run(name);
        var objects = Documents(name).Select(document => $"{document["kind"]} {document["metadata"]["name"]}");

        Assert.Equal(
            (result.Resources?.Resources.Items ?? []).Count(resource => resource.Type.Provider == "kubernetes" && !resource.Type.IsProvider),
            objects.Distinct().Count());
        Assert.All(Documents(name), document => Assert.NotEmpty($"{document["apiVersion"]}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_only_a_deployment_knows_is_a_placeholder_that_the_kustomization_explains(string name)
    {
        var files = Files(name).ToList();
        var kustomization = files.Single(file => file.Path == "kubernetes/kustomization.yaml").Text;
        var used = files.SelectMany(file => file.Text.Split(' ', ',', '"', '\n', '/', ':', '?', '@')).Where(word => word.StartsWith("REPLACE-", StringComparison.Ordinal)).Distinct();

        Assert.DoesNotContain(files, file => file.Text.Contains("InputValue", StringComparison.Ordinal));
        Assert.All(used, placeholder => Assert.Contains($"#   {placeholder}: ", kustomization, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_kustomization_lists_every_file_and_every_image(string name)
    {
        var files = Files(name).ToList();
        var kustomization = (YamlMappingNode)Parse(files.Single(file => file.Path == "kubernetes/kustomization.yaml").Text).Single();
        var images = Documents(name).SelectMany(document => document.AllNodes.OfType<YamlMappingNode>()).Where(node => node.Children.ContainsKey("image"))
            .Select(node => $"{node["image"]}").Where(image => !image.Contains(':', StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(
            files.Select(file => file.Path["kubernetes/".Length..]).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) && file != "kustomization.yaml").Order(StringComparer.Ordinal),
            ((YamlSequenceNode)kustomization["resources"]).Select(file => $"{file}").Order(StringComparer.Ordinal));
        Assert.Equal(images, ((YamlSequenceNode)kustomization["images"]).Select(image => $"{image["name"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_manifest_reads_like_one_that_a_person_wrote() =>
        Golden.Check(EmitCase.Stage, "Cluster", "exec-unit-main.yaml.txt", Files("Cluster").Single(file => file.Path == "kubernetes/exec-unit-main.yaml").Text);

    [Fact]
    public void Routes_can_be_those_of_the_gateway_api()
    {
        var result = EmitCase.RunText(Golden.Read(EmitCase.Stage, "StaticSite", "Program.cs"), "requirements: {portability: kubernetes}\nexposed: {deck-api: {infra_params: {api: gateway, domain: deck.example.com}}}\n");
        var file = result.Output?.Files.Items.Single(file => file.Path.Value == "kubernetes/gateway-deck-api.yaml").Text ?? "";
        var route = Assert.Single(Parse(file));

        Assert.Equal("HTTPRoute", $"{route["kind"]}");
        Assert.Equal("gateway", $"{route["spec"]["parentRefs"][0]["name"]}");
        Assert.Equal(["/search", "/slides"], ((YamlSequenceNode)route["spec"]["rules"]).Select(rule => $"{rule["matches"][0]["path"]["value"]}"));
    }

    private static IEnumerable<YamlMappingNode> Documents(string name) => Files(name)
        .Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal) && !file.Path.EndsWith("kustomization.yaml", StringComparison.Ordinal))
        .SelectMany(file => Parse(file.Text)).Cast<YamlMappingNode>();

    private static IEnumerable<YamlNode> Parse(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Select(document => document.RootNode);
    }

    private static IEnumerable<(string Path, string Text)> Files(string name) =>
        (EmitCase.Run(name).Output?.Files.Items ?? []).Where(file => file.Path.Value.StartsWith("kubernetes/", StringComparison.Ordinal)).Select(file => (file.Path.Value, file.Text));
}
