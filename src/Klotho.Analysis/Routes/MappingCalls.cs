using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes;

/// <summary>Calls by the name of the called method: only those whose name can matter are bound.</summary>
internal sealed class MappingCalls
{
    private readonly ILookup<string, InvocationExpressionSyntax> byName;

    private readonly Lazy<ILookup<string, BaseObjectCreationExpressionSyntax>> creations;

    private MappingCalls(IReadOnlyList<SyntaxNode> roots)
    {
        byName = roots.SelectMany(root => root.DescendantNodes().OfType<InvocationExpressionSyntax>()).ToLookup(NameOf, StringComparer.Ordinal);
        creations = new(() => roots.SelectMany(root => root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>())
            .ToLookup(made => made is ObjectCreationExpressionSyntax named ? TypeName(named.Type) : "", StringComparer.Ordinal));
    }

    public IEnumerable<InvocationExpressionSyntax> All => byName.SelectMany(each => each);

    public static MappingCalls Of(SourceProgram program, CancellationToken cancel) =>
        new(program.Compilations.SelectMany(compilation => compilation.SyntaxTrees).Select(tree => tree.GetRoot(cancel)).ToList());

    public IEnumerable<InvocationExpressionSyntax> Named(string name) => byName[name];

    /// <summary>The expressions that may make an instance of a class of this name: <c>new()</c> does not say.</summary>
    public IEnumerable<BaseObjectCreationExpressionSyntax> Creations(string name) => creations.Value[name].Concat(creations.Value[""]);

    private static string TypeName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
