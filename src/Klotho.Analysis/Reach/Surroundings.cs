using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
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
        return (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) is ITupleOperation targets
            && targets.Elements.Length == tuple.Elements.Length
            ? targets.Elements[tuple.Elements.IndexOf(value)]
            : null;
    }

    public static bool IsDeconstructionTarget(ITupleOperation tuple)
    {
        IOperation whole = tuple.Parent is IDeclarationExpressionOperation declaration ? declaration : tuple;
        return whole.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == whole;
    }

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
