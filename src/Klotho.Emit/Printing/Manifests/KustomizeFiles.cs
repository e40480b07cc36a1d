using System.Text;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Printing.Manifests;

/// <summary>
/// Plain manifests of the graph's Kubernetes objects, for teams whose clusters follow a repository: a file for each node, and a
/// kustomization that lists them. The objects are the program's, value by value.
/// </summary>
public static class KustomizeFiles
{
    private const string Folder = "kubernetes";
    private const string Notice = "# Written by klotho compile, which writes it anew each time. Your own changes belong into an overlay.";
    private const string Custom = "kubernetes:apiextensions.k8s.io:CustomResource";

    /// <param name="graph">What the program declares.</param>
    /// <param name="nameOf">A node's part of resource names, which its file is called like.</param>
    /// <param name="secrets">What pods read and nothing here holds.</param>
    public static IEnumerable<OutputFile> Print(ResourceGraph graph, Func<NodeId, string> nameOf, EquatableArray<ClusterFiles> secrets)
    {
        var objects = graph.Resources.Items.Where(resource => resource.Type.Provider == "kubernetes" && !resource.Type.IsProvider).ToList();
        if (objects.Count == 0)
        {
            return [];
        }

        var values = new ManifestValue(graph);
        var files = objects
            .GroupBy(resource => resource.Owner)
            .OrderBy(group => FileOf(group.Key, nameOf), StringComparer.Ordinal)
            .Select(group => new OutputFile(new($"{Folder}/{FileOf(group.Key, nameOf)}"), Manifests(group, values)))
            .ToList();
        return [.. files, Kustomization(graph, files, values), .. secrets.Count > 0 ? [SecretScript.Print(NamespaceOf(graph, values), secrets)] : Array.Empty<OutputFile>()];
    }

    private static string FileOf(NodeId owner, Func<NodeId, string> nameOf) =>
        owner.Kind == new NodeKind("shared") ? $"{owner.Name}.yaml" : $"{owner.Kind.Name.Replace('_', '-')}-{nameOf(owner)}.yaml";

    private static string NamespaceOf(ResourceGraph graph, ManifestValue values) =>
        graph.Resources.Items.Where(resource => resource.Type.Value == "kubernetes:core/v1:Namespace")
            .SelectMany(resource => values.Plain(resource.Inputs).DescendantsAndSelf())
            .OfType<InputValue.Map>()
            .SelectMany(map => map.Entries.Items)
            .Where(entry => entry.Name == "name")
            .Select(entry => (entry.Value as InputValue.Text)?.Value ?? "")
            .First();

    private static string Manifests(IEnumerable<Resource> resources, ManifestValue values) =>
        Notice + "\n" + string.Join("---\n", resources.Select(resource => Comment(resource) + YamlText.Of(Manifest(resource, values))));

    private static string Comment(Resource resource) => resource.Comment is { } comment ? $"# {comment}\n" : "";

    private static InputValue.Map Manifest(Resource resource, ManifestValue values)
    {
        var body = ((InputValue.Map)values.Plain(resource.Inputs)).Entries.Items;
        if (resource.Type.Value == Custom)
        {
            return InputValue.Map.Of(body);
        }

        var parts = resource.Type.Value.Split(':');
        var version = parts[1].StartsWith("core/", StringComparison.Ordinal) ? parts[1]["core/".Length..] : parts[1];
        return InputValue.Map.Of([new("apiVersion", version), new("kind", parts[2]), .. body]);
    }

    private static OutputFile Kustomization(ResourceGraph graph, IEnumerable<OutputFile> files, ManifestValue values)
    {
        var images = graph.Resources.Items.Where(resource => resource.Type.Value == "docker-build:index:Image").Select(ManifestValue.ImageName).ToList();
        var text = new StringBuilder(Notice).Append('\n');
        var placeholders = values.Placeholders.ToList();
        if (placeholders.Count > 0)
        {
            text.Append("# What only a deployment knows stands in the manifests as a placeholder; patch it in an overlay:\n");
            foreach (var (placeholder, meaning) in placeholders)
            {
                text.Append($"#   {placeholder}: {meaning}\n");
            }
        }

        text.Append(YamlText.Of(InputValue.Map.Of(
        [
            new("apiVersion", "kustomize.config.k8s.io/v1beta1"),
            new("kind", "Kustomization"),
            new("resources", InputValue.List.Of(files.Select(InputValue (file) => file.Path.Value[(Folder.Length + 1)..]))),
            .. images.Count == 0 ? Array.Empty<InputValue.Entry>() :
            [
                new("images", InputValue.List.Of(images.Select(image => InputValue.Map.Of(
                    new("name", image), new("newName", $"registry.example.com/{image}"), new("newTag", "latest"))))),
            ],
        ])));
        return new(new($"{Folder}/kustomization.yaml"), text.ToString());
    }
}
