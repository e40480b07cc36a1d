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
    private static readonly Lazy<MetadataReference> Compiled = new(Compile);
    private static readonly CSharpSdk Sdk = CSharpSdk.Current;

    public static MetadataReference Reference => Compiled.Value;

    private static MetadataReference Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Pulumi.Stubs",
            [CSharpSyntaxTree.ParseText(SdkCore.Text), CSharpSyntaxTree.ParseText(Providers())],
            ReferenceAssemblies.AspNetCore,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static string Providers()
    {
        var text = new StringBuilder("#nullable enable\nusing Pulumi;\n");
        foreach (var resource in ProviderSchema.Current.Resources)
        {
            Resource(text, resource);
        }

        foreach (var function in ProviderSchema.Current.Functions)
        {
            Function(text, function);
        }

        foreach (var (name, properties) in ProviderSchema.Current.Types)
        {
            var type = Sdk.NestedType(name);
            InNamespace(text, type[..type.LastIndexOf('.')], () => Arguments(text, type[(type.LastIndexOf('.') + 1)..], name, properties));
        }

        foreach (var (name, members) in ProviderSchema.Current.Enums)
        {
            var type = Sdk.Enumeration(name);
            InNamespace(text, type[..type.LastIndexOf('.')], () =>
            {
                var simple = type[(type.LastIndexOf('.') + 1)..];
                text.Append($"public readonly struct {simple} {{ {string.Concat(members.Select(member => $"public static {simple} {member.Name} => default; "))}}}\n");
            });
        }

        return text.ToString();
    }

    private static void Resource(StringBuilder text, ResourceSchema resource)
    {
        var type = CSharpSdk.ClassOf(resource.Token);
        InNamespace(text, Sdk.NamespaceOf(resource.Token), () =>
        {
            text.Append($"public partial class {type} : CustomResource {{ public {type}(string name, {type}Args args, CustomResourceOptions? options = null) : base(name, args, options) {{ }}\n");
            foreach (var output in resource.Outputs.Where(output => output.Name is not ("id" or "urn")))
            {
                text.Append($"public Output<{OutputType(output.Type)}> {Sdk.Property(resource.Token.Value, output.Name)} => null!;\n");
            }

            text.Append("}\n");
            Arguments(text, $"{type}Args", resource.Token.Value, resource.Inputs);
        });
    }

    private static void Arguments(StringBuilder text, string type, string owner, IEnumerable<PropertySchema> inputs)
    {
        text.Append($"public sealed class {type} : ResourceArgs {{\n");
        foreach (var input in inputs)
        {
            var required = input.Required && !IsCollection(input.Type) ? " = null!;" : "";
            var property = Sdk.Property(owner, input.Name);
            text.Append(IsCollection(input.Type)
                ? $"public {InputType(input.Type)} {property} {{ get; set; }} = new();\n"
                : $"public Input<{InputType(input.Type)}>{(input.Required ? "" : "?")} {property} {{ get; set; }}{required}\n");
        }

        text.Append("}\n");
    }

    private static void Function(StringBuilder text, ResourceSchema function)
    {
        var type = CSharpSdk.ClassOf(function.Token);
        InNamespace(text, Sdk.NamespaceOf(function.Token), () =>
        {
            text.Append($"public static class {type} {{ public static Output<{type}Result> Invoke() => null!; }}\npublic sealed class {type}Result {{\n");
            foreach (var output in function.Outputs)
            {
                text.Append($"public readonly {OutputType(output.Type)} {Sdk.Property(function.Token.Value, output.Name)} = default!;\n");
            }

            text.Append("}\n");
        });
    }

    private static bool IsCollection(SchemaType type) => type is SchemaType.List or SchemaType.Map;

    private static string InputType(SchemaType type) => type switch
    {
        SchemaType.List list => $"InputList<{InputType(list.Item)}>",
        SchemaType.Map map => $"InputMap<{InputType(map.Item)}>",
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
        _ => "object",
    };

    private static void InNamespace(StringBuilder text, string name, Action body)
    {
        text.Append($"namespace Pulumi.{name} {{\n");
        body();
        text.Append("}\n");
    }
}
