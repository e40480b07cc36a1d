using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>What stands around an expression, where one parent does not tell.</summary>
internal static class Surroundings
{
    public static IEnumerable<IConditionalAccessInstanceOperation> InstancesOf(IConditionalAccessOperation access) =>
        access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().Where(instance =>
        {
            IOperation current = instance;
            while (current.Parent is { } parent && !(parent is IConditionalAccessOperation other && other.WhenNotNull == current))
            {
                current = parent;
            }

            return current.Parent == access;
        });

    // In (this.a, this.b) = (a, b): the target at the value's place.
    public static IOperation? Deconstructed(ITupleOperation tuple, IOperation value)
    {
        IOperation whole = tuple.Parent is IConversionOperation conversion ? conversion : tuple;
        var target = (whole.Parent as IDeconstructionAssignmentOperation)?.Target;
        return whole.Parent?.Parent is IExpressionStatementOperation
            && (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is ITupleOperation targets
            && targets.Elements.Length == tuple.Elements.Length
            ? targets.Elements[tuple.Elements.IndexOf(value)]
            : null;
    }

    public static bool IsDeconstructionTarget(ITupleOperation tuple)
    {
        IOperation whole = tuple.Parent is IDeclarationExpressionOperation declaration ? declaration : tuple;
        return whole.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == whole;
    }

    /// <summary>The array that values are written in the braces of.</summary>
    public static IArrayCreationOperation? ArrayOf(IOperation braces)
    {
        var current = braces;
        while (current.Parent is IArrayInitializerOperation outer)
        {
            current = outer;
        }

        return current.Parent as IArrayCreationOperation;
    }

    public static ICollectionExpressionOperation? CollectionOf(IOperation operation) =>
        operation as ICollectionExpressionOperation ?? operation.Parent as ICollectionExpressionOperation;

    /// <summary>What an initializer in braces sets up.</summary>
    public static IOperation? ReceiverOf(IInstanceReferenceOperation implied)
    {
        IOperation? current = implied;
        while (current is not (null or IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation))
        {
            current = current.Parent;
        }

        return current switch
        {
            IObjectOrCollectionInitializerOperation { Parent: IMemberInitializerOperation member } => member.InitializedMember,
            IObjectOrCollectionInitializerOperation initializer => initializer.Parent,
            _ => current,
        };
    }

    /// <summary>The awaiter that code of the source makes for what is awaited.</summary>
    public static IMethodSymbol? OwnAwaiter(IOperation operation, SourceProgram program) =>
        operation.Syntax is AwaitExpressionSyntax syntax && program.ModelOf(syntax).GetAwaitExpressionInfo(syntax).GetAwaiterMethod is { } awaiter && program.Declares(awaiter)
            ? awaiter
            : null;

    public static bool IsCompared(IConversionOperation conversion) =>
        conversion.Parent is IBinaryOperation or IIsPatternOperation;

    public static string Describe(IOperation operation) => operation switch
    {
        IConversionOperation { Type: { } type } => $"a value of type '{type.ToMessage()}'",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation => "a dynamic call",
        ITupleOperation => "a tuple",
        IArrayInitializerOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation => "a collection",
        IAnonymousObjectCreationOperation => "an anonymous object",
        _ => "an expression that is not followed",
    };
}
