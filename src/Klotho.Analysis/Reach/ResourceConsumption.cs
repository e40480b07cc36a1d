using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>
/// What an expression that holds a resource is used for: an operation, a flow into another variable, or an escape.
/// Whatever is not known here is an escape, so that nothing is narrowed in silence.
/// </summary>
internal sealed class ResourceConsumption(SourceProgram program, ResourceTypes resources, BodySummary summary, IMethodSymbol body)
{
    public void Record(IOperation reference, Variable what)
    {
        var operation = reference;
        while (operation.Parent is { } parent)
        {
            switch (parent)
            {
                case IConversionOperation conversion when resources.Contains(conversion.Type) || IsCompared(conversion):
                case IConditionalOperation or ICoalesceOperation or IParenthesizedOperation:
                case ISwitchExpressionArmOperation or ISwitchExpressionOperation:
                    operation = parent;
                    continue;
                case ISimpleAssignmentOperation or ICoalesceAssignmentOperation:
                    if (operation == ((IAssignmentOperation)parent).Target || !Assign(((IAssignmentOperation)parent).Target, what, operation))
                    {
                        return;
                    }

                    operation = parent;
                    continue;
                case IExpressionStatementOperation or IBinaryOperation or INameOfOperation or IInterpolationOperation:
                case IConditionalAccessOperation or ILockOperation or IIsTypeOperation or ITypeOfOperation:
                    return;
                default:
                    Consume(operation, parent, what);
                    return;
            }
        }
    }

    /// <summary>A task of a resource: followed where it is passed on as what a method returns, else lost.</summary>
    public void RecordTask(IOperation task, Variable what)
    {
        var operation = task.Parent is IConversionOperation conversion ? conversion : task;
        if (operation.Parent is IReturnOperation)
        {
            Return(operation, what);
        }
        else
        {
            Escape(what, "a task that is not awaited at once", task);
        }
    }

    private void Consume(IOperation operation, IOperation parent, Variable what)
    {
        switch (parent)
        {
            case IInvocationOperation call when call.Instance == operation:
                Operate(call.TargetMethod, what, call);
                break;
            case IPropertyReferenceOperation property when property.Instance == operation:
                Operate(property.Property, what, property);
                break;
            case IMethodReferenceOperation group when group.Instance == operation:
                Operate(group.Method, what, group);
                break;
            case IArgumentOperation { Parameter: { } parameter } argument:
                Pass(argument, parameter, what);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                Flow(what, declarator.Symbol);
                break;
            case IFieldInitializerOperation initializer:
                initializer.InitializedFields.ToList().ForEach(field => Flow(what, field));
                break;
            case IPropertyInitializerOperation initializer:
                initializer.InitializedProperties.ToList().ForEach(property => Flow(what, property));
                break;
            case IReturnOperation:
                Return(operation, what);
                break;
            case IIsPatternOperation pattern:
                Match(pattern, what);
                break;
            case ITupleOperation tuple when Deconstructed(tuple, operation) is { } target:
                Assign(target, what, operation);
                break;
            default:
                Escape(what, Describe(parent), operation);
                break;
        }
    }

    private void Operate(ISymbol member, Variable what, IOperation at)
    {
        // Members of object tell nothing of the resource and do nothing to it.
        if (member.ContainingType.SpecialType != SpecialType.System_Object && member.OperationName() is { } name)
        {
            summary.Operations.Add((what, name, at.Syntax.GetLocation()));
        }
    }

    private void Pass(IArgumentOperation argument, IParameterSymbol parameter, Variable what)
    {
        var method = parameter.ContainingSymbol as IMethodSymbol;
        if (method is null || method.MethodKind == MethodKind.DelegateInvoke || !program.Declares(method) || !resources.Contains(parameter.Type))
        {
            Escape(what, $"'{parameter.ContainingSymbol.ToMessage()}'", argument);
        }
        else
        {
            Flow(what, parameter);
            summary.Arguments.Add((what, method.OriginalDefinition, parameter.Ordinal));
        }
    }

    // True where the value of the assignment may be used further.
    private bool Assign(IOperation target, Variable what, IOperation at)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Flow(what, local.Local);
                return true;
            case IParameterReferenceOperation parameter:
                Flow(what, parameter.Parameter);
                return true;
            case IFieldReferenceOperation field:
                Flow(what, field.Field);
                return true;
            case IPropertyReferenceOperation { Arguments.Length: 0 } property when program.Declares(property.Property):
                Flow(what, property.Property);
                if (property.Property.SetMethod is { Parameters.Length: 1 } setter)
                {
                    Flow(what, setter.Parameters[0]);
                }

                return true;
            case IDeclarationExpressionOperation { Expression: ILocalReferenceOperation local }:
                Flow(what, local.Local);
                return true;
            case IDiscardOperation:
                return true;
            default:
                Escape(what, Describe(target), at);
                return false;
        }
    }

    private void Return(IOperation operation, Variable what)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation)
            {
                Escape(what, "what a lambda returns", operation);
                return;
            }

            if (current is ILocalFunctionOperation local)
            {
                Flow(what, local.Symbol);
                return;
            }
        }

        Flow(what, body.AssociatedSymbol is IPropertySymbol property ? property : body);
    }

    private void Match(IIsPatternOperation pattern, Variable what)
    {
        foreach (var symbol in pattern.Pattern.DescendantsAndSelf()
            .Select(each => (each as IDeclarationPatternOperation)?.DeclaredSymbol ?? (each as IRecursivePatternOperation)?.DeclaredSymbol)
            .OfType<ILocalSymbol>())
        {
            if (resources.Contains(symbol.Type))
            {
                Flow(what, symbol);
            }
            else
            {
                Escape(what, $"'{symbol.Name}'", pattern);
            }
        }
    }

    // In (this.a, this.b) = (a, b): the target at the value's place.
    private static IOperation? Deconstructed(ITupleOperation tuple, IOperation value)
    {
        IOperation whole = tuple.Parent is IConversionOperation conversion ? conversion : tuple;
        return whole.Parent is IDeconstructionAssignmentOperation { Target: ITupleOperation targets } && targets.Elements.Length == tuple.Elements.Length
            ? targets.Elements[tuple.Elements.IndexOf(value)]
            : null;
    }

    private static bool IsCompared(IConversionOperation conversion) =>
        conversion.Parent is IBinaryOperation or IIsPatternOperation;

    private void Flow(Variable from, ISymbol to) => summary.Flows.Add((from, new(to)));

    private void Escape(Variable what, string into, IOperation at) => summary.Escapes.Add((what, into, at.Syntax.GetLocation()));

    private static string Describe(IOperation operation) => operation switch
    {
        IConversionOperation { Type: { } type } => $"a value of type '{type.ToMessage()}'",
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation => "a dynamic call",
        ITupleOperation => "a tuple",
        IArrayInitializerOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation => "a collection",
        IAnonymousObjectCreationOperation => "an anonymous object",
        _ => "an expression that is not followed",
    };
}
