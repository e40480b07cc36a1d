using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>Compiles emitted C# programs against the stubs of the SDKs, and runs them: the stubs record what is registered.</summary>
internal static class CSharpRun
{
    private const string ImplicitUsings = "global using System;\nglobal using System.Collections.Generic;\nglobal using System.Threading.Tasks;\n";

    private static readonly Lock Recording = new();
    private static readonly Lazy<Assembly> Sdk = new(() => AssemblyLoadContext.Default.LoadFromStream(new MemoryStream([.. SdkStubs.Image])));
    private static readonly Lazy<Dictionary<string, (string Owner, IEnumerable<PropertySchema> Inputs)>> Arguments = new(ArgumentClasses);

    private static readonly ConcurrentDictionary<string, Lazy<(ImmutableArray<byte> Image, IReadOnlyList<Diagnostic> Diagnostics)>> Compiled = new();

    /// <summary>What the compiler says of a program.</summary>
    public static IEnumerable<string> Warnings(EmittedProgram program) =>
        Compile(program).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString());

    private static (ImmutableArray<byte> Image, IReadOnlyList<Diagnostic> Diagnostics) Compile(EmittedProgram program) => Compiled.GetOrAdd(program.Name, _ => new(() =>
    {
        using var image = new MemoryStream();
        var diagnostics = Compilation(program).Emit(image).Diagnostics;
        return ([.. image.ToArray()], diagnostics);
    })).Value;

    private static CSharpCompilation Compilation(EmittedProgram program) => CSharpCompilation.Create(
        $"{program.Folder}.Infra",
        program.CSharp.Items.Where(file => file.Path.Value.EndsWith(".cs", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(file.Text, path: file.Path.Value))
            .Append(CSharpSyntaxTree.ParseText(ImplicitUsings)),
        [.. ReferenceAssemblies.AspNetCore, SdkStubs.Reference],
        new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>What the program registers, and what it reports.</summary>
    public static (IReadOnlyList<Registration> Resources, JsonObject Stack) Run(EmittedProgram program)
    {
        Assert.Empty(Warnings(program));
        lock (Recording)
        {
            var registered = Prepare(program);
            using var image = new MemoryStream([.. Compile(program).Image]);
            var assembly = new AssemblyLoadContext(program.Folder).LoadFromStream(image);
            assembly.EntryPoint?.Invoke(null, [Array.Empty<string>()]);
            var stack = Json(Field("StackOutputs").GetValue(null)) as JsonObject ?? [];
            return ([.. registered.Cast<ITuple>().Where(item => item[2] is not null).Select(Read)], stack);
        }
    }

    private static IList Prepare(EmittedProgram program)
    {
        var values = new ExpectedValues(program.Resources);

        Field("Outputs").SetValue(null, (string resource, string output, Type type) => Make(values.Outputs[resource]?[output], type));
        Field("Results").SetValue(null, (string function, Type type) => Make(values.Results[function], type));
        Field("Settings").SetValue(null, values.Settings.ToDictionary(setting => setting.Key, setting => $"{setting.Value}"));
        var registered = (IList?)Field("Registered").GetValue(null) ?? throw new InvalidOperationException("The stubs record nothing.");
        registered.Clear();
        return registered;
    }

    private static FieldInfo Field(string name) =>
        Sdk.Value.GetType("Pulumi.Recorder")?.GetField(name) ?? throw new InvalidOperationException($"The stubs have no {name}.");

    private static Registration Read(ITuple item)
    {
        var (type, name, arguments, options) = ((string?)item[0] ?? "", (string?)item[1] ?? "", item[2], item[3]);
        var parent = Get(options, "Parent");
        return new(
            type, name, parent is null ? null : NameOf(parent), Json(arguments) as JsonObject ?? [],
            Registration.OptionsText(
                Get(options, "Protect") is true, Get(options, "RetainOnDelete") is true,
                Items(Get(options, "IgnoreChanges")).Select(text => $"{text}"), (string?)Get(options, "ImportId"),
                Get(options, "Provider") is { } provider ? NameOf(provider) : null,
                Items(Get(options, "Aliases")).Select(alias => $"{Get(alias, "Boxed")}")),
            [.. Items(Get(Get(options, "DependsOn"), "Boxed")).Select(NameOf)]);
    }

    private static string NameOf(object? resource) => $"{resource?.GetType().GetMethod("GetResourceName")?.Invoke(resource, null)}";

    private static IEnumerable<object?> Items(object? list) => (list as IEnumerable)?.Cast<object?>() ?? [];

    private static object? Get(object? holder, string property) => holder?.GetType().GetProperty(property)?.GetValue(holder);

    /// <summary>Inputs by the names of the provider's schema.</summary>
    private static JsonNode? Json(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth,
        int number => number,
        double number => number,
        IDictionary<string, object?> members => new JsonObject(members.Select(member => new KeyValuePair<string, JsonNode?>(member.Key, Json(Unboxed(member.Value))))),
        _ when Arguments.Value.TryGetValue(value.GetType().FullName ?? "", out var known) => new JsonObject(known.Inputs
            .Select(input => new KeyValuePair<string, JsonNode?>(input.Name, Json(Unboxed(Get(value, CSharpSdk.Current.Property(known.Owner, input.Name))))))
            .Where(member => member.Value is not null)),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(item => Json(Unboxed(item)))]),
        _ => value.ToString(),
    };

    private static object? Unboxed(object? value) => value?.GetType().GetInterface("IBoxed") is null ? value : Unboxed(Get(value, "Boxed"));

    private static Dictionary<string, (string Owner, IEnumerable<PropertySchema> Inputs)> ArgumentClasses()
    {
        var classes = new Dictionary<string, (string, IEnumerable<PropertySchema>)>();
        foreach (var (name, properties) in ProviderSchema.Current.Types)
        {
            classes[$"Pulumi.{CSharpSdk.Current.NestedType(name)}"] = (name, properties);
        }

        foreach (var resource in ProviderSchema.Current.Resources)
        {
            classes[$"Pulumi.{CSharpSdk.Current.ArgumentsOf(resource.Token)}"] = (resource.Token.Value, resource.Inputs);
        }

        return classes;
    }

    /// <summary>A value of an output's type: the members of classes are fields, called as in the schema but for the case.</summary>
    private static object? Make(JsonNode? json, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.Name.StartsWith("ImmutableArray", StringComparison.Ordinal))
        {
            var item = type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, (json as JsonArray)?.Count ?? 0);
            for (var index = 0; index < items.Length; index++)
            {
                items.SetValue(Make(json?[index], item), index);
            }

            return typeof(CSharpRun).GetMethod(nameof(Immutable), BindingFlags.NonPublic | BindingFlags.Static)?.MakeGenericMethod(item).Invoke(null, [items]);
        }

        if (json is not JsonObject members || type == typeof(object))
        {
            return json is null ? null : json.Deserialize(type == typeof(object) ? typeof(string) : type);
        }

        var made = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (name, value) in members)
        {
            if (type.GetField(CSharpText.Pascal(name)) is { } field)
            {
                field.SetValue(made, Make(value, field.FieldType));
            }
        }

        return made;
    }

    private static ImmutableArray<T> Immutable<T>(T[] items) => [.. items];
}
