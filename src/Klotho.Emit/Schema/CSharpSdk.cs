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
    private readonly Dictionary<string, string> inputs;
    private readonly Dictionary<(string Token, string Property), string> properties;
    private readonly HashSet<(string Token, string Property)> fractions;

    private CSharpSdk(JsonDocument document)
    {
        var root = document.RootElement;
        Packages = root.GetProperty("packages").EnumerateObject().Select(item => (item.Name, item.Value.GetString() ?? "")).ToEquatableArray();
        providers = Texts(root.GetProperty("providers"));
        modules = Texts(root.GetProperty("modules"));
        inputs = Texts(root.GetProperty("inputs"));
        properties = root.GetProperty("properties").EnumerateObject()
            .SelectMany(type => Texts(type.Value).Select(property => ((type.Name, property.Key), property.Value)))
            .ToDictionary(item => item.Item1, item => item.Value);
        fractions = root.GetProperty("fractions").EnumerateObject()
            .SelectMany(type => type.Value.EnumerateArray().Select(property => (type.Name, property.GetString() ?? "")))
            .ToHashSet();
    }

    public static CSharpSdk Current => Lazy.Value;

    /// <summary>The NuGet packages, and the versions that emitted programs pin.</summary>
    public EquatableArray<(string Name, string Version)> Packages { get; }

    /// <summary>The last part of the class name: <c>Queue</c>.</summary>
    public static string ClassOf(ProviderToken token) => token.IsProvider ? "Provider" : CSharpText.Pascal(token.Value[(token.Value.LastIndexOf(':') + 1)..]);

    /// <summary>The provider's namespace below <c>Pulumi</c>, which emitted files import under the same name: <c>Aws</c>.</summary>
    public string ProviderOf(ProviderToken token) => providers[token.Provider];

    /// <summary>The class: <c>Aws.Sqs.Queue</c>.</summary>
    public string TypeOf(ProviderToken token) => $"{NamespaceOf(token)}.{ClassOf(token)}";

    public string NamespaceOf(ProviderToken token) => string.Join('.', ModulesOf(token).Prepend(ProviderOf(token)));

    /// <summary>The class of a resource's inputs: <c>Aws.Sqs.QueueArgs</c>, <c>Kubernetes.Types.Inputs.Apps.V1.DeploymentArgs</c>.</summary>
    public string ArgumentsOf(ProviderToken token) => inputs.TryGetValue(token.Provider, out var place) && !token.IsProvider
        ? string.Join('.', [ProviderOf(token), place, .. ModulesOf(token), $"{ClassOf(token)}Args"])
        : $"{TypeOf(token)}Args";

    /// <summary>The class of a nested input: <c>Aws.Lambda.Inputs.FunctionEnvironmentArgs</c>.</summary>
    public string NestedType(string name) => Nested(name, "Inputs", "Args");

    /// <summary>The class of a nested output: <c>Aws.Lambda.Outputs.FunctionEnvironment</c>.</summary>
    public string NestedOutput(string name) => Nested(name, "Outputs", "");

    /// <summary>The class of an enumeration: <c>DockerBuild.Platform</c>.</summary>
    public string Enumeration(string name)
    {
        var (provider, path) = Split(name);
        return string.Join('.', [providers[provider], .. path.Split('.').SkipLast(1).Select(Module), path.Split('.')[^1]]);
    }

    /// <summary>A property's name; <paramref name="owner"/> is a resource's or function's token, or a nested type's name.</summary>
    public string Property(string owner, string name) => properties.GetValueOrDefault((owner, name)) ?? CSharpText.Pascal(name);

    /// <summary>Whether a number need not be whole: <c>double</c> where all others are <c>int</c>.</summary>
    public bool IsFraction(string owner, string name) => fractions.Contains((owner, name));

    private string Nested(string name, string side, string suffix)
    {
        var (provider, path) = Split(name);
        var parts = path.Split('.');
        var type = suffix.Length > 0 && parts[^1].EndsWith(suffix, StringComparison.Ordinal) ? parts[^1] : parts[^1] + suffix;
        var modules = parts.SkipLast(1).Select(Module);
        return string.Join('.', inputs.ContainsKey(provider) ? [providers[provider], $"Types.{side}", .. modules, type] : [providers[provider], .. modules, side, type]);
    }

    /// <summary>A provider of AWS names a module and a file, one of Kubernetes a group of the API and a version.</summary>
    private IEnumerable<string> ModulesOf(ProviderToken token)
    {
        var parts = token.Value.Split(':')[1].Split('/');
        return token.IsProvider || parts[0] == "index" ? [] : inputs.ContainsKey(token.Provider) ? parts.Select(Module) : [Module(parts[0])];
    }

    private string Module(string name) => modules.GetValueOrDefault(name) ?? CSharpText.Pascal(name);

    private static (string Provider, string Path) Split(string name) =>
        (name[..name.IndexOf(':', StringComparison.Ordinal)], name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]);

    private static Dictionary<string, string> Texts(JsonElement element) =>
        element.EnumerateObject().ToDictionary(item => item.Name, item => item.Value.GetString() ?? "", StringComparer.Ordinal);
}
