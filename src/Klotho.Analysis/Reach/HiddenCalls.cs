using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>The methods that an operation calls without naming them: enumerators, awaiters, disposal, deconstruction and the like.</summary>
internal sealed class HiddenCalls(SourceProgram program)
{
    public IEnumerable<IMethodSymbol> Of(IOperation operation) =>
        Candidates(operation).OfType<ISymbol>().SelectMany(Methods);

    public static IEnumerable<IMethodSymbol> DeconstructionsOf(DeconstructionInfo info) =>
        (info.Method is { } method ? new[] { method } : []).Concat(info.Nested.SelectMany(DeconstructionsOf));

    private IEnumerable<ISymbol?> Candidates(IOperation operation) => operation switch
    {
        IForEachLoopOperation loop => ForEach(loop),
        IAwaitOperation { Syntax: AwaitExpressionSyntax syntax } => Await(syntax),
        IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax } =>
            DeconstructionsOf(program.ModelOf(syntax).GetDeconstructionInfo(syntax)),
        IRecursivePatternOperation pattern => [pattern.DeconstructSymbol],
        IListPatternOperation list => [list.LengthSymbol, list.IndexerSymbol],
        ISlicePatternOperation slice => [slice.SliceSymbol],
        IImplicitIndexerReferenceOperation indexer => [indexer.LengthSymbol, indexer.IndexerSymbol],
        IIncrementOrDecrementOperation step => [step.OperatorMethod],
        ICompoundAssignmentOperation compound => [compound.OperatorMethod, compound.InConversion.MethodSymbol, compound.OutConversion.MethodSymbol],
        IEventAssignmentOperation { EventReference: IEventReferenceOperation { Event: { } changed } } => [changed.AddMethod, changed.RemoveMethod],
        IUsingOperation disposal => disposal.Resources is IVariableDeclarationGroupOperation group ? Disposals(group) : Disposals(disposal.Resources.Type),
        IUsingDeclarationOperation disposal => Disposals(disposal.DeclarationGroup),
        IWithOperation { CloneMethod.ContainingType: { } type } => type.InstanceConstructors,
        ICollectionExpressionOperation collection => [collection.ConstructMethod, .. Named(collection.Type, "Add")],
        ISpreadOperation spread => Enumeration(spread.Operand.Type),
        _ => [],
    };

    private IEnumerable<ISymbol?> ForEach(IForEachLoopOperation loop)
    {
        if (loop.Syntax is not CommonForEachStatementSyntax syntax)
        {
            return [];
        }

        var model = program.ModelOf(syntax);
        var info = model.GetForEachStatementInfo(syntax);
        var deconstructed = syntax is ForEachVariableStatementSyntax variables ? DeconstructionsOf(model.GetDeconstructionInfo(variables)) : [];
        return
        [
            info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod,
            info.ElementConversion.MethodSymbol, info.CurrentConversion.MethodSymbol, .. Disposals(info.GetEnumeratorMethod?.ReturnType), .. deconstructed,
        ];
    }

    private IEnumerable<ISymbol?> Await(AwaitExpressionSyntax syntax)
    {
        var info = program.ModelOf(syntax).GetAwaitExpressionInfo(syntax);
        return [info.GetAwaiterMethod, info.IsCompletedProperty, info.GetResultMethod];
    }

    private static IEnumerable<ISymbol> Disposals(IVariableDeclarationGroupOperation group) =>
        group.Declarations.SelectMany(declaration => declaration.Declarators).SelectMany(declarator => Disposals(declarator.Symbol.Type));

    private static IEnumerable<ISymbol> Disposals(ITypeSymbol? type) => Named(type, "Dispose").Concat(Named(type, "DisposeAsync"));

    private static IEnumerable<ISymbol> Enumeration(ITypeSymbol? type) =>
        Named(type, "GetEnumerator").OfType<IMethodSymbol>()
            .SelectMany(each => Named(each.ReturnType, "MoveNext").Concat(Named(each.ReturnType, "Current")).Prepend(each));

    private static IEnumerable<ISymbol> Named(ITypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                yield return member;
            }
        }
    }

    private static IEnumerable<IMethodSymbol> Methods(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => [method.ReducedFrom ?? method],
        IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }.OfType<IMethodSymbol>(),
        _ => [],
    };
}
