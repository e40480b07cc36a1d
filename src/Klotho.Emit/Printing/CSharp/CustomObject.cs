using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>
/// A Kubernetes object of a kind that the SDK has no class for: the program derives the class of its inputs, because in C# that of the
/// SDK is abstract.
/// </summary>
internal static class CustomObject
{
    private const string Token = "kubernetes:apiextensions.k8s.io:CustomResource";

    private static readonly string[] OfBase = ["apiVersion", "kind", "metadata"];

    public static bool Is(Resource resource) => resource.Type.Value == Token;

    /// <summary>The class of its inputs, inside of the component's: <c>HTTPRouteArgs</c>.</summary>
    public static string ArgumentsOf(Resource resource) => $"{Text(resource, "kind")}Args";

    /// <summary>What the object's initializer says: the class itself knows the kind.</summary>
    public static IEnumerable<InputValue.Entry> Inputs(Resource resource) =>
        resource.Inputs.Entries.Items.Where(entry => entry.Name is not ("apiVersion" or "kind"));

    public static SchemaType TypeOf(ResourceSchema schema, string input) =>
        schema.Inputs.Items.FirstOrDefault(property => property.Name == input)?.Type ?? new SchemaType.Anything();

    public static void Write(CodeText code, Resource resource)
    {
        var type = CSharpSdk.Current.TypeOf(resource.Type);
        code.Block($"private sealed class {ArgumentsOf(resource)}() : {type}Args({CSharpText.Literal(Text(resource, "apiVersion"))}, {CSharpText.Literal(Text(resource, "kind"))})", () =>
        {
            foreach (var entry in resource.Inputs.Entries.Items.Where(entry => !OfBase.Contains(entry.Name)))
            {
                code.Line($"[Input({CSharpText.Literal(entry.Name)})]");
                code.Line($"public InputMap<object?> {CSharpText.Pascal(entry.Name)} {{ get; set; }} = new();");
            }
        });
    }

    private static string Text(Resource resource, string input) =>
        resource.Inputs.Entries.Items.Select(entry => entry.Name == input ? (entry.Value as InputValue.Text)?.Value : null).FirstOrDefault(text => text is not null)
            ?? throw new InvalidOperationException($"{resource.Name} has no {input}.");
}
