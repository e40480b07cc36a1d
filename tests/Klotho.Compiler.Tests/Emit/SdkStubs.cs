using System.Collections.Immutable;
using System.Text;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>
/// Pulumi's .NET SDKs as far as the emitted programs see them: the core by hand, after its public API, the providers from the schema.
/// The packages themselves can't be had everywhere that these tests run.
/// </summary>
internal static class SdkStubs
{
    // Its inputs are an abstract class in C#, which programs derive from.
    private const string OfAnyKind = "kubernetes:apiextensions.k8s.io:CustomResource";

    private static readonly Lazy<ImmutableArray<byte>> Compiled = new(Compile);
    private static readonly Lazy<MetadataReference> Referenced = new(() => MetadataReference.CreateFromImage(Compiled.Value));
    private static readonly CSharpSdk Sdk = CSharpSdk.Current;

    public static MetadataReference Reference => Referenced.Value;

    /// <summary>The assembly, compiled once for all tests.</summary>
    public static ImmutableArray<byte> Image => Compiled.Value;

    private static ImmutableArray<byte> Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Pulumi.Stubs",
            [CSharpSyntaxTree.ParseText(SdkCore.Text), CSharpSyntaxTree.ParseText(Providers())],
            ReferenceAssemblies.AspNetCore,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. image.ToArray()];
    }

    private static string Providers()
    {
        var text = new StringBuilder("#nullable enable\nusing Pulumi;\n");
        // A resource of Kubernetes that stands in another one has the same class for its inputs.
        var resources = ProviderSchema.Current.Resources.Where(resource => resource.Token.Value != OfAnyKind).ToList();
        var arguments = resources.Select(resource => Sdk.ArgumentsOf(resource.Token)).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in resources)
        {
            Resource(text, resource);
        }

        foreach (var function in ProviderSchema.Current.Functions)
        {
            Function(text, function);
        }

        foreach (var (name, properties) in ProviderSchema.Current.Types.Where(type => !arguments.Contains(Sdk.NestedType(type.Name))))
        {
            var type = Sdk.NestedType(name);
            InNamespace(text, type[..type.LastIndexOf('.')], () => Arguments(text, type[(type.LastIndexOf('.') + 1)..], name, properties));
        }

        foreach (var (name, properties) in ProviderSchema.Current.OutputTypes)
        {
            var type = Sdk.NestedOutput(name);
            InNamespace(text, type[..type.LastIndexOf('.')], () => Results(text, type[(type.LastIndexOf('.') + 1)..], name, properties));
        }

        foreach (var (name, members) in ProviderSchema.Current.Enums)
        {
            var type = Sdk.Enumeration(name);
            InNamespace(text, type[..type.LastIndexOf('.')], () =>
            {
                var simple = type[(type.LastIndexOf('.') + 1)..];
                text.Append($"public readonly struct {simple}(string value) {{ public override string ToString() => value; {string.Concat(members.Select(member => $"public static {simple} {member.Name} => new({CSharpText.Literal(member.Value)}); "))}}}\n");
            });
        }

        return text.ToString();
    }

    private static void Resource(StringBuilder text, ResourceSchema resource)
    {
        var type = CSharpSdk.ClassOf(resource.Token);
        var arguments = Sdk.ArgumentsOf(resource.Token);
        InNamespace(text, Sdk.NamespaceOf(resource.Token), () =>
        {
            var parent = resource.Token.IsProvider ? "ProviderResource" : "CustomResource";
            text.Append($"public partial class {type} : {parent} {{ public {type}(string name, global::Pulumi.{arguments} args, CustomResourceOptions? options = null) : base(\"{resource.Token}\", name, args, options) {{ }}\n");
            foreach (var output in resource.Outputs.Where(output => output.Name is not ("id" or "urn")))
            {
                text.Append($"public Output<{Optional(output)}> {Sdk.Property(resource.Token.Value, output.Name)} => Out<{Optional(output)}>(\"{output.Name}\");\n");
            }

            text.Append("}\n");
        });
        InNamespace(text, arguments[..arguments.LastIndexOf('.')], () =>
            Arguments(text, arguments[(arguments.LastIndexOf('.') + 1)..], resource.Token.Value, resource.Inputs.Where(input => input.Name != "*")));
    }

    private static void Arguments(StringBuilder text, string type, string owner, IEnumerable<PropertySchema> inputs, string parent = "ResourceArgs")
    {
        text.Append($"public sealed class {type} : {parent} {{\n");
        foreach (var input in inputs)
        {
            var required = input.Required && !IsCollection(input.Type) ? " = null!;" : "";
            var property = Sdk.Property(owner, input.Name);
            var fraction = Sdk.IsFraction(owner, input.Name);
            text.Append(IsCollection(input.Type)
                ? $"public {InputType(input.Type, fraction)} {property} {{ get; set; }} = new();\n"
                : $"public {Wrapped(InputType(input.Type, fraction), input.Type)}{(input.Required ? "" : "?")} {property} {{ get; set; }}{required}\n");
        }

        text.Append("}\n");
    }

    private static void Function(StringBuilder text, ResourceSchema function)
    {
        var type = CSharpSdk.ClassOf(function.Token);
        InNamespace(text, Sdk.NamespaceOf(function.Token), () =>
        {
            text.Append($"public static class {type} {{ public static Output<{type}Result> Invoke({type}InvokeArgs? args = null) => new(({type}Result)Recorder.Results(\"{function.Token}\", typeof({type}Result))!); }}\n");
            Arguments(text, $"{type}InvokeArgs", function.Token.Value, function.Inputs, "InvokeArgs");
            Results(text, $"{type}Result", function.Token.Value, function.Outputs);
        });
    }

    private static void Results(StringBuilder text, string type, string owner, IEnumerable<PropertySchema> outputs)
    {
        text.Append($"public sealed class {type} {{\n");
        foreach (var output in outputs)
        {
            // A member can't have the name of its class; none of those is used.
            var name = Sdk.Property(owner, output.Name);
            text.Append($"public readonly {Optional(output)} {(name == type ? $"{name}Value" : name)} = default!;\n");
        }

        text.Append("}\n");
    }

    private static string Optional(PropertySchema output) =>
        OutputType(output.Type) + (output.Required || IsCollection(output.Type) ? "" : "?");

    private static string Wrapped(string text, SchemaType type) => type is SchemaType.NumberOrText ? text : $"Input<{text}>";

    private static bool IsCollection(SchemaType type) => type is SchemaType.List or SchemaType.Map;

    private static string InputType(SchemaType type, bool fraction = false) => type switch
    {
        SchemaType.List list => $"InputList<{InputType(list.Item, fraction)}>",
        SchemaType.Map map => $"InputMap<{InputType(map.Item, fraction)}>",
        SchemaType.Number when fraction => "double",
        SchemaType.NumberOrText => "InputUnion<int, string>",
        SchemaType.Nested nested => $"global::Pulumi.{Sdk.NestedType(nested.Name)}",
        SchemaType.Enumeration set => $"global::Pulumi.{Sdk.Enumeration(set.Name)}",
        SchemaType.Archive => "Archive",
        SchemaType.Asset => "Asset",
        _ => OutputType(type),
    };

    private static string OutputType(SchemaType type) => type switch
    {
        SchemaType.Text or SchemaType.Enumeration => "string",
        SchemaType.Number => "int",
        SchemaType.Truth => "bool",
        SchemaType.List list => $"System.Collections.Immutable.ImmutableArray<{OutputType(list.Item)}>",
        SchemaType.Map map => $"System.Collections.Immutable.ImmutableDictionary<string, {OutputType(map.Item)}>",
        SchemaType.Nested nested => $"global::Pulumi.{Sdk.NestedOutput(nested.Name)}",
        _ => "object",
    };

    private static void InNamespace(StringBuilder text, string name, Action body)
    {
        text.Append($"namespace Pulumi.{name} {{\n");
        body();
        text.Append("}\n");
    }
}
