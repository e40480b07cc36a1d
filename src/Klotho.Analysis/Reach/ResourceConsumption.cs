using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.Persist.Orm;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>
/// What an expression that holds a resource is used for: an operation, a flow into another variable, or an escape.
/// Whatever is not known here is an escape, so that nothing is narrowed in silence.
/// </summary>
internal sealed class ResourceConsumption(SourceProgram program, ResourceTypes resources, ResourceFlows flows, IOperation root)
{
    private readonly Deconstruction deconstruction = new(program, resources, flows);
    private readonly ResourcePatterns patterns = new(resources, flows);

    public void Record(IOperation operation, Variable what)
    {
        while (operation.Parent is { } parent)
        {
            switch (parent)
            {
                case ISwitchExpressionOperation choice when choice.Value == operation:
                    choice.Arms.ToList().ForEach(arm => patterns.Match(arm.Pattern, what));
                    return;
                case IConditionalAccessOperation access when access.Operation == operation:
                    Surroundings.InstancesOf(access).ToList().ForEach(instance => Record(instance, what));
                    return;
                case IConversionOperation { OperatorMethod: { } method } conversion when program.Declares(method):
                    flows.Hand(what, method, 0, conversion, operation.Type);
                    return;
                case var _ when IsPassedOn(parent):
                    operation = parent;
                    continue;
                case IBinaryOperation { OperatorMethod: { } method } binary when program.Declares(method):
                    flows.Hand(what, method, binary.LeftOperand == operation ? 0 : 1, operation, operation.Type);
                    return;
                case ISimpleAssignmentOperation or ICoalesceAssignmentOperation:
                    var target = ((IAssignmentOperation)parent).Target;
                    if (operation == target || !flows.Assign(target, what, operation))
                    {
                        return;
                    }

                    Alias(parent, target, what);
                    operation = parent;
                    continue;
                case ICompoundAssignmentOperation { OperatorMethod: null } compound when resources.Contains(compound.Type):
                    if (operation != compound.Target && !flows.Assign(compound.Target, what, operation))
                    {
                        return;
                    }

                    operation = parent;
                    continue;
                case IBinaryOperation when !resources.Contains(parent.Type):
                case IExpressionStatementOperation or IObjectOrCollectionInitializerOperation or IInterpolationOperation:
                case IAnonymousObjectCreationOperation when operation is ISimpleAssignmentOperation:
                case ILockOperation or IIsTypeOperation or ITypeOfOperation or IMemberInitializerOperation or IUsingOperation:
                    return;
                default:
                    Consume(operation, parent, what);
                    return;
            }
        }
    }

    /// <summary>What an enumerator gives goes into the variables of a loop, and what members that nobody names hand out into theirs.</summary>
    public void RecordHidden(IOperation operation) => deconstruction.Record(operation, patterns);

    // Whether the value of what stands around an expression is the value of the expression.
    private bool IsPassedOn(IOperation parent) => parent switch
    {
        IConversionOperation { IsImplicit: true, Parent: IForEachLoopOperation } => true,
        IConversionOperation { Parent: IArgumentOperation { Parameter: { } parameter } } when KnownOperations.IsOwnDatabase(parameter) => true,
        IConversionOperation conversion => resources.Contains(conversion.Type) || Surroundings.IsCompared(conversion),
        IConditionalOperation or ICoalesceOperation or IParenthesizedOperation or IConditionalAccessOperation or ITranslatedQueryOperation => true,
        ISwitchExpressionArmOperation or ISwitchExpressionOperation or IDeclarationExpressionOperation => true,
        IAwaitOperation => resources.Contains(parent.Type) && Surroundings.OwnAwaiter(parent, program) is null,
        _ => false,
    };

    private void Consume(IOperation operation, IOperation parent, Variable what)
    {
        switch (parent)
        {
            case IInvocationOperation call when call.Instance == operation:
                Operate(call.TargetMethod, what, operation, call);
                break;
            case IPropertyReferenceOperation property when property.Instance == operation:
                Operate(property.Property, what, operation, property);
                break;
            case IFieldReferenceOperation field when field.Instance == operation && resources.IsPlain(field.Field):
            case IImplicitIndexerReferenceOperation indexer when indexer.Instance == operation && flows.IsPlain(indexer):
            case IArrayElementReferenceOperation element when element.ArrayReference == operation:
                flows.Merge(what, operation, parent);
                break;
            case IMethodReferenceOperation group when group.Instance == operation:
                Operate(group.Method, what, operation, group);
                break;
            case IArgumentOperation { Parameter: { } parameter } argument:
                Pass(argument, parameter, what, operation);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                flows.To(what, declarator.Symbol, operation.Type);
                if (declarator.Symbol.IsRef)
                {
                    flows.Both(new(declarator.Symbol), what);
                }

                break;
            case IFieldInitializerOperation initializer:
                initializer.InitializedFields.ToList().ForEach(field => flows.To(what, field, operation.Type));
                break;
            case IPropertyInitializerOperation initializer:
                initializer.InitializedProperties.ToList().ForEach(property => flows.To(what, property, operation.Type));
                break;
            case IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldReturn }:
                flows.Return(operation, what, root);
                break;
            default:
                Keep(operation, parent, what);
                break;
        }
    }

    // What is made of values keeps them.
    private void Keep(IOperation operation, IOperation parent, Variable what)
    {
        switch (parent)
        {
            case ITupleOperation tuple when Surroundings.IsDeconstructionTarget(tuple):
                break;
            case ITupleOperation tuple when Surroundings.Deconstructed(tuple, operation) is { } target:
                deconstruction.Into(target, what, operation);
                break;
            case ITupleOperation tuple when resources.Contains(tuple.Type):
                flows.Merge(what, operation, tuple);
                break;
            case IArrayInitializerOperation when Surroundings.ArrayOf(parent) is { } array && resources.Contains(array.Type):
                flows.Merge(what, operation, array);
                break;
            case ICollectionExpressionOperation or ISpreadOperation when Surroundings.CollectionOf(parent) is { } collection && ResourceOrigins.IsPlain(collection, resources):
                flows.Merge(what, operation, collection);
                break;
            case IBinaryOperation or IWithOperation { Type.IsAnonymousType: true } or IWithOperation { Type.IsTupleType: true }:
                flows.Merge(what, operation, parent);
                break;
            case IEventAssignmentOperation change when change.EventReference == operation:
                break;
            case IEventAssignmentOperation { EventReference: IEventReferenceOperation changed } when flows.Assign(changed, what, operation):
                if (changed.Event.AddMethod is { } add)
                {
                    flows.Hand(what, add, 0, operation, operation.Type);
                }

                break;
            default:
                TakeApart(operation, parent, what);
                break;
        }
    }

    private void TakeApart(IOperation operation, IOperation parent, Variable what)
    {
        switch (parent)
        {
            case IIsPatternOperation pattern:
                patterns.Match(pattern.Pattern, what);
                break;
            case IPropertySubpatternOperation pattern:
                patterns.Match(pattern.Pattern, what);
                break;
            case ISwitchOperation choice:
                choice.Cases.SelectMany(each => each.Clauses).OfType<IPatternCaseClauseOperation>().ToList().ForEach(clause => patterns.Match(clause.Pattern, what));
                break;
            case IForEachLoopOperation loop:
                deconstruction.Loop(loop, what);
                break;
            case IDeconstructionAssignmentOperation assignment when assignment.Target == operation:
                break;
            case IDeconstructionAssignmentOperation assignment:
                deconstruction.TakeApart(assignment, what);
                break;
            default:
                flows.Escape(what, Surroundings.Describe(parent), operation);
                break;
        }
    }

    private void Operate(ISymbol member, Variable what, IOperation value, IOperation at)
    {
        if (ExtendedParameter(member) is { } receiver)
        {
            flows.To(what, receiver, value.Type);
        }
        else if (resources.IsShared(value.Type) && resources.IsPlain(member))
        {
            flows.Merge(what, value, at is IMethodReferenceOperation { Parent: IDelegateCreationOperation created } ? created : at);
        }
        else if (member is IMethodSymbol { IsExtensionMethod: true } or { ContainingType.Name: "" } || (resources.IsShared(value.Type) && value.Type is not ITypeParameterSymbol && !IsOfObject(member)))
        {
            flows.Escape(what, $"'{member.ToMessage()}'", at);
        }
        else if (!IsOfObject(member) && member.OperationName() is { } name)
        {
            // Members of object tell nothing of the resource and do nothing to it.
            flows.Operate(what, name, at);
        }
    }

    private static bool IsOfObject(ISymbol member) => member.ContainingType.SpecialType == SpecialType.System_Object;

    private void Pass(IArgumentOperation argument, IParameterSymbol parameter, Variable what, IOperation value)
    {
        if (KnownOperations.Of(parameter) is { Count: > 0 } known)
        {
            known.ToList().ForEach(operation => flows.Operate(what, operation, argument));
            return;
        }

        if (argument.Parent is { } use && flows.IsPlain(use))
        {
            flows.Merge(what, value, use);
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
            {
                flows.Both(what, flows.Sites.Of(use));
            }

            return;
        }

        if (KnownOperations.IsOutbox(parameter))
        {
            flows.Operate(what, OrmNode.Outbox, argument);
        }

        var method = parameter.ContainingSymbol as IMethodSymbol;
        if (method is null || method.MethodKind == MethodKind.DelegateInvoke || !program.Declares(method) || !resources.Contains(parameter.Type))
        {
            flows.Escape(what, KnownOperations.IsOwnDatabase(parameter) ? "" : $"'{parameter.ContainingSymbol.ToMessage()}'", argument);
        }
        else
        {
            flows.Hand(what, method, parameter.Ordinal, argument, value.Type);
        }

        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            flows.TakeOut(what, parameter);
        }
    }

    // A reference to a variable is the variable.
    private void Alias(IOperation assignment, IOperation target, Variable what)
    {
        var alias = target switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        if (assignment is ISimpleAssignmentOperation { IsRef: true } && alias is not null)
        {
            flows.Both(new(alias), what);
        }
    }

    // The receiver as the bodies of extension members name it; null for any other member.
    private IParameterSymbol? ExtendedParameter(ISymbol member)
    {
        if (member is IMethodSymbol { IsExtensionMethod: true } method && program.Declares(method))
        {
            return (method.ReducedFrom ?? method).OriginalDefinition.Parameters[0];
        }

        var syntax = member.ContainingType is { Name: "" } block ? block.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as TypeDeclarationSyntax : null;
        return syntax?.ParameterList?.Parameters.FirstOrDefault() is { } parameter && program.Contains(syntax.SyntaxTree)
            ? program.ModelOf(syntax).GetDeclaredSymbol(parameter) as IParameterSymbol
            : null;
    }
}
