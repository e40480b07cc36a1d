using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Boundaries;

/// <summary>A method of an interface with what implements it and the calls of all of them, in one compilation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declarations">Its own declaration and those of its implementations.</param>
/// <param name="Calls">The calls.</param>
internal sealed record CalledMethod(string Name, IReadOnlyList<MethodDeclarationSyntax> Declarations, IReadOnlyList<InvocationExpressionSyntax> Calls)
{
    /// <summary>Null where some of the method is not there as source.</summary>
    public static CalledMethod? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancel)
    {
        var all = compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, cancel)
            .OfType<INamedTypeSymbol>()
            .Select(type => type.FindImplementationForInterfaceMember(method))
            .OfType<IMethodSymbol>()
            .Prepend(method)
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .ToList();
        var declarations = all.SelectMany(each => each.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancel))).OfType<MethodDeclarationSyntax>().ToList();
        return all.All(each => each.DeclaringSyntaxReferences.Length == 1) && declarations.All(each => compilation.ContainsSyntaxTree(each.SyntaxTree))
            ? new(method.Name, declarations, CallsOf(method.Name, all, compilation, cancel).ToList())
            : null;
    }

    private static IEnumerable<InvocationExpressionSyntax> CallsOf(string name, List<IMethodSymbol> methods, Compilation compilation, CancellationToken cancel)
    {
        foreach (var tree in compilation.SyntaxTrees.Where(tree => !EditCheck.IsGenerated(tree) && tree.GetText(cancel).ToString().IndexOf(name, StringComparison.Ordinal) >= 0))
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var call in tree.GetRoot(cancel).DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => NameOf(call) == name))
            {
                if (methods.Contains(model.GetSymbolInfo(call, cancel).Symbol?.OriginalDefinition, SymbolEqualityComparer.Default))
                {
                    yield return call;
                }
            }
        }
    }

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
