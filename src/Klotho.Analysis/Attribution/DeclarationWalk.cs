using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Attribution;

/// <summary>
/// Collects the files of bodies and of the types that they name, of the types that those name, and so on. Of a type its methods are left
/// out, which run only where something calls them; all else of it is looked at, because serialisers and the compiler do so too.
/// </summary>
/// <param name="unit">The unit whose code it is; null for what runs in all of them.</param>
/// <param name="reach">The program.</param>
/// <param name="cancel">Ends it.</param>
internal sealed class DeclarationWalk(NodeId? unit, ReachInput reach, CancellationToken cancel)
{
    private const string Registrations = "Microsoft.Extensions.DependencyInjection";

    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<(SyntaxNode Syntax, bool Follow)> seen = [];
    private readonly Queue<(SyntaxNode Syntax, bool Follow)> pending = new();

    /// <param name="method">A method that runs.</param>
    /// <param name="follow">Whether what it calls is not known to run otherwise.</param>
    public void AddBody(IMethodSymbol method, bool follow)
    {
        foreach (var reference in (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences)
        {
            Add(reference, follow);
        }

        if (method.ContainingType is { } type)
        {
            AddType(type);
        }
    }

    public IEnumerable<string> Files()
    {
        while (pending.Count > 0)
        {
            var (syntax, follow) = pending.Dequeue();
            Scan(syntax, follow);
        }

        return files;
    }

    private void Add(SyntaxReference reference, bool follow)
    {
        var syntax = reference.GetSyntax(cancel);
        if (reach.Program.Contains(syntax.SyntaxTree) && seen.Add((syntax, follow)))
        {
            files.Add(syntax.SyntaxTree.FilePath);
            pending.Enqueue((syntax, follow));
        }
    }

    private void Scan(SyntaxNode root, bool follow)
    {
        var model = reach.Program.ModelOf(root);
        foreach (var node in root.DescendantNodes(child => child == root || Enters(child, root, model)))
        {
            if (node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax && !IsHandler(node))
            {
                var info = model.GetSymbolInfo(node, cancel);
                foreach (var symbol in info.Symbol is { } known ? [known] : info.CandidateSymbols)
                {
                    Name(symbol, follow || node.FirstAncestorOrSelf<AttributeSyntax>() is not null);
                }
            }
        }
    }

    private bool Enters(SyntaxNode child, SyntaxNode root, SemanticModel model) => child switch
    {
        _ when IsHandler(child) => false,
        // The statements of a program stand beside its types.
        MemberDeclarationSyntax and not GlobalStatementSyntax when root is CompilationUnitSyntax => false,
        // A method of a type runs where it is called.
        BaseMethodDeclarationSyntax and not (ConstructorDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax) when root is TypeDeclarationSyntax => false,
        // To register a service runs nothing of it: whoever gets it injected reaches it.
        TypeArgumentListSyntax { Parent: GenericNameSyntax name } => !IsRegistration(name, model),
        _ => true,
    };

    private bool IsHandler(SyntaxNode node) => reach.Handlers.Contains(node);

    private bool IsRegistration(GenericNameSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name, cancel).Symbol is IMethodSymbol method && method.ContainingNamespace.ToDisplayString() == Registrations;

    private void Name(ISymbol symbol, bool follow)
    {
        switch (symbol)
        {
            case ITypeSymbol type:
                AddType(type);
                break;
            case IMethodSymbol method:
                AddTypes([method.ContainingType, .. method.ContainingNamespace?.ToDisplayString() == Registrations ? [] : Signature(method)]);
                Follow(method, follow);
                break;
            case IPropertySymbol property:
                AddTypes([property.ContainingType, property.Type]);
                Follow(property.GetMethod, follow);
                Follow(property.SetMethod, follow);
                break;
            case IFieldSymbol field:
                AddTypes([field.ContainingType, field.Type]);
                break;
            case IEventSymbol handled:
                AddTypes([handled.ContainingType, handled.Type]);
                break;
            case ILocalSymbol local:
                AddType(local.Type);
                break;
            case IParameterSymbol parameter:
                AddType(parameter.Type);
                break;
        }
    }

    private static IEnumerable<ITypeSymbol> Signature(IMethodSymbol method) =>
        method.Parameters.Select(parameter => parameter.Type).Concat(method.TypeArguments).Append(method.ReturnType);

    private void Follow(IMethodSymbol? method, bool follow)
    {
        if (method is null || !follow)
        {
            return;
        }

        foreach (var target in reach.Types.TargetsOf((method.ReducedFrom ?? method).OriginalDefinition).Where(reach.Program.Declares))
        {
            // What another unit does is not done here.
            if (target.IsStatic || UnitMembership.AnnotatedUnitOf(target.ContainingType) is not { } other || other == unit)
            {
                AddBody(target, follow: true);
            }
        }
    }

    private void AddTypes(IEnumerable<ITypeSymbol?> types)
    {
        foreach (var type in types)
        {
            AddType(type);
        }
    }

    private void AddType(ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                AddType(array.ElementType);
                break;
            case INamedTypeSymbol named:
                foreach (var reference in named.OriginalDefinition.DeclaringSyntaxReferences)
                {
                    Add(reference, follow: true);
                }

                foreach (var argument in named.TypeArguments.Where(argument => !SymbolEqualityComparer.Default.Equals(argument, type)))
                {
                    AddType(argument);
                }

                AddType(named.ContainingType);
                break;
        }
    }
}
