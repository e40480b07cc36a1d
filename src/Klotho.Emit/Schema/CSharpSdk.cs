using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>How Pulumi's .NET SDKs spell what the providers declare: packages, namespaces, and properties that are renamed.</summary>
public sealed class CSharpSdk
{
    private static readonly Lazy<CSharpSdk> Lazy = new(() => new(EmbeddedDocument.Read("csharp.json")));

    private readonly Dictionary<string, string> providers;
    private readonly Dictionary<string, string> modules;
    private readonly Dictionary<(string Token, string Property), string> properties;

    private CSharpSdk(JsonDocument document)
    {
        var root = document.RootElement;
        Packages = root.GetProperty("packages").EnumerateObject().Select(item => (item.Name, item.Value.GetString() ?? "")).ToEquatableArray();
        providers = Texts(root.GetProperty("providers"));
        modules = Texts(root.GetProperty("modules"));
        properties = root.GetProperty("properties").EnumerateObject()
            .SelectMany(type => Texts(type.Value).Select(property => ((type.Name, property.Key), property.Value)))
            .ToDictionary(item => item.Item1, item => item.Value);
    }

    public static CSharpSdk Current => Lazy.Value;

    /// <summary>The NuGet packages, and the versions that emitted programs pin.</summary>
    public EquatableArray<(string Name, string Version)> Packages { get; }

    /// <summary>The last part of the class name: <c>Queue</c>.</summary>
    public static string ClassOf(ProviderToken token) => CSharpText.Pascal(token.Value[(token.Value.LastIndexOf(':') + 1)..]);

    /// <summary>The provider's namespace below <c>Pulumi</c>, which emitted files import under the same name: <c>Aws</c>.</summary>
    public string ProviderOf(string token) => providers[token[..token.IndexOf(':', StringComparison.Ordinal)]];

    /// <summary>The class: <c>Aws.Sqs.Queue</c>.</summary>
    public string TypeOf(ProviderToken token) => $"{NamespaceOf(token)}.{ClassOf(token)}";

    public string NamespaceOf(ProviderToken token)
    {
        var parts = token.Value.Split(':');
        var module = parts[1].Split('/')[0];
        return module == "index" ? ProviderOf(token.Value) : $"{ProviderOf(token.Value)}.{Module(module)}";
    }

    /// <summary>The class of a nested input: <c>Aws.Lambda.Inputs.FunctionEnvironmentArgs</c>.</summary>
    public string NestedType(string name)
    {
        var (provider, path) = Split(name);
        var parts = path.Split('.');
        var type = parts[^1].EndsWith("Args", StringComparison.Ordinal) ? parts[^1] : $"{parts[^1]}Args";
        return parts.Length == 1 ? $"{provider}.Inputs.{type}" : $"{provider}.{Module(parts[0])}.Inputs.{type}";
    }

    /// <summary>The class of an enumeration: <c>DockerBuild.Platform</c>.</summary>
    public string Enumeration(string name)
    {
        var (provider, path) = Split(name);
        return $"{provider}.{path}";
    }

    /// <summary>A property's name; <paramref name="owner"/> is a resource's or function's token, or a nested type's name.</summary>
    public string Property(string owner, string name) => properties.GetValueOrDefault((owner, name)) ?? CSharpText.Pascal(name);

    private string Module(string name) => modules.GetValueOrDefault(name) ?? CSharpText.Pascal(name);

    private (string Provider, string Path) Split(string name) => (ProviderOf(name), name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    private static Dictionary<string, string> Texts(JsonElement element) =>
        element.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal);
}
