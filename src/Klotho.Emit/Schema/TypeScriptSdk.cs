using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>How Pulumi's Node SDKs spell what the providers declare: packages and modules.</summary>
public sealed class TypeScriptSdk
{
    private static readonly Lazy<TypeScriptSdk> Lazy = new(() => new(EmbeddedDocument.Read("typescript.json")));

    private TypeScriptSdk(JsonDocument document)
    {
        Packages = Texts(document, "packages");
        Development = Texts(document, "development");
    }

    public static TypeScriptSdk Current => Lazy.Value;

    /// <summary>The npm packages that every program needs, and the versions that emitted programs pin.</summary>
    public EquatableArray<(string Name, string Version)> Packages { get; }

    /// <summary>Those that only type checking needs.</summary>
    public EquatableArray<(string Name, string Version)> Development { get; }

    /// <summary>The provider's package: <c>@pulumi/aws</c>.</summary>
    public static string PackageOf(ProviderToken token) => $"@pulumi/{token.Provider}";

    /// <summary>
    /// The smallest module that exports a type or function, which loads and checks many times faster than the whole
    /// package: <c>@pulumi/aws/sqs</c>, <c>@pulumi/kubernetes/apps/v1</c>.
    /// </summary>
    public static string ModuleOf(ProviderToken token) => string.Join('/', FoldersOf(token).Prepend(PackageOf(token)));

    /// <summary>What a file calls that module: <c>sqs</c>, <c>appsV1</c>, <c>dockerBuild</c>.</summary>
    public static string AliasOf(ProviderToken token) => FoldersOf(token) switch
    {
        [] => CSharpText.Camel(token.Provider),
        ["provider"] => token.Provider,
        var folders when IsOfIndex(token) => folders[0],
        var folders => CSharpText.Camel(string.Join('-', folders)),
    };

    /// <summary>The class: <c>Queue</c>.</summary>
    public static string ClassOf(ProviderToken token) => CSharpSdk.ClassOf(token);

    /// <summary>The function that takes inputs and gives an output: <c>getRegionOutput</c>.</summary>
    public static string FunctionOf(ProviderToken token) => $"{CSharpText.Camel(CSharpSdk.ClassOf(token))}Output";

    /// <summary>Whether a package declares a function beside its modules, in a file of its own.</summary>
    private static bool IsOfIndex(ProviderToken token) => token.Value.Split(':')[1].StartsWith("index/", StringComparison.Ordinal);

    private static string[] FoldersOf(ProviderToken token)
    {
        // A group of Kubernetes' API is a folder called by the first part of its name.
        var parts = token.Value.Split(':')[1].Split('/');
        return token.IsProvider ? ["provider"]
            : parts[0] == "index" ? parts[1..]
            : token.Provider == "kubernetes" ? [parts[0].Split('.')[0], .. parts[1..]]
            : [parts[0]];
    }

    private static EquatableArray<(string Name, string Version)> Texts(JsonDocument document, string section) =>
        document.RootElement.GetProperty(section).EnumerateObject().Select(item => (item.Name, item.Value.GetString() ?? "")).ToEquatableArray();
}
