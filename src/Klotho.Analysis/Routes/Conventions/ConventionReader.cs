using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>
/// Follows what a mapping or a group returns to the calls on it: chained, through locals, and into methods of the source
/// that are given it.
/// </summary>
internal sealed class ConventionReader(SourceProgram program)
{
    // Deeper than people chain through methods of their own; a circle of methods must end somewhere.
    private const int DeepestNesting = 8;

    private readonly Dictionary<ISymbol, IReadOnlyList<RouteConvention>> known = new(SymbolEqualityComparer.Default);

    /// <summary>What is said of the endpoints that the operation maps or stands for, by the calls on its result.</summary>
    public IEnumerable<RouteConvention> After(IOperation made) => After(made, DeepestNesting);

    /// <summary>What is said of the endpoints that a local or a parameter stands for, wherever it is used.</summary>
    public IReadOnlyList<RouteConvention> On(ISymbol symbol) => On(symbol, DeepestNesting);

    private IReadOnlyList<RouteConvention> On(ISymbol symbol, int depth)
    {
        if (known.TryGetValue(symbol, out var conventions))
        {
            return conventions;
        }

        // A method that hands its parameter to itself says nothing new.
        known[symbol] = [];
        return known[symbol] = depth == 0 ? [] : Uses(symbol).SelectMany(use => Counted(After(use, depth - 1), use, symbol)).Distinct().ToList();
    }

    private IEnumerable<RouteConvention> After(IOperation made, int depth)
    {
        var current = made;
        while (true)
        {
            if (Holder(current) is { } holder)
            {
                foreach (var convention in On(holder, depth))
                {
                    yield return convention;
                }
            }

            if (Receiving(current) is not { } call || call.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal))
            {
                yield break;
            }

            var said = !program.Declares(call.TargetMethod) ? ConventionCalls.Of(call)
                : call.TargetMethod.Parameters.Length > 0 && depth > 0 ? On(call.TargetMethod.OriginalDefinition.Parameters[0], depth - 1)
                : [];
            foreach (var convention in said)
            {
                yield return convention;
            }

            current = call;
        }
    }

    /// <summary>What keeps callers out only under a condition keeps nobody out for sure.</summary>
    private static IEnumerable<RouteConvention> Counted(IEnumerable<RouteConvention> conventions, IOperation use, ISymbol symbol) =>
        IsConditional(use.Syntax, symbol) ? conventions.Where(convention => !convention.IsDemand) : conventions;

    private static bool IsConditional(SyntaxNode use, ISymbol symbol) =>
        use.Ancestors().FirstOrDefault(node => node is IfStatementSyntax or SwitchStatementSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax) is { } branch
        && symbol.DeclaringSyntaxReferences.All(declaration => declaration.SyntaxTree != branch.SyntaxTree || !branch.Span.Contains(declaration.Span));

    /// <summary>The call that has the operation's value as its receiver, or first argument.</summary>
    private static IInvocationOperation? Receiving(IOperation value)
    {
        var parent = Outside(value);
        return parent is IArgumentOperation { Parameter.Ordinal: 0, Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } extension } ? extension
            : parent is IInvocationOperation call && call.Instance is { } instance && instance.DescendantsAndSelf().Contains(value) ? call
            : null;
    }

    private static ILocalSymbol? Holder(IOperation value) => Outside(value) switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } => local.Local,
        _ => null,
    };

    private static IOperation? Outside(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation or IParenthesizedOperation)
        {
            parent = parent.Parent;
        }

        return parent;
    }

    private IEnumerable<IOperation> Uses(ISymbol symbol)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).Where(syntax => program.Contains(syntax.SyntaxTree)))
        {
            foreach (var (name, model) in program.Now(Scope(declaration)).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == symbol.Name).Select(program.Bound))
            {
                if (model.GetOperation(name) is { } use && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol))
                {
                    yield return use;
                }
            }
        }
    }

    private static SyntaxNode Scope(SyntaxNode declaration) =>
        declaration.Ancestors().FirstOrDefault(node => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or CompilationUnitSyntax)
            ?? declaration.SyntaxTree.GetRoot();
}
