using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Routes;

/// <summary>Calls by the name of the called method: only those whose name can matter are bound.</summary>
internal sealed class MappingCalls
{
    private static readonly string[] ConventionalMappings = ["MapControllerRoute", "MapDefaultControllerRoute", "MapAreaControllerRoute", "MapDynamicControllerRoute"];

    private readonly ILookup<string, InvocationExpressionSyntax> byName;

    private MappingCalls(ILookup<string, InvocationExpressionSyntax> byName) => this.byName = byName;

    /// <summary>The calls after which controllers without route attributes have routes too.</summary>
    public IEnumerable<InvocationExpressionSyntax> Conventional => ConventionalMappings.SelectMany(Named);

    public IEnumerable<InvocationExpressionSyntax> All => byName.SelectMany(each => each);

    public static MappingCalls Of(SourceProgram program, CancellationToken cancel) =>
        new(program.Compilations
            .SelectMany(compilation => compilation.SyntaxTrees)
            .SelectMany(tree => tree.GetRoot(cancel).DescendantNodes().OfType<InvocationExpressionSyntax>())
            .ToLookup(NameOf, StringComparer.Ordinal));

    public IEnumerable<InvocationExpressionSyntax> Named(string name) => byName[name];

    public static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => "",
    };
}
