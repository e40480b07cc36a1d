using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
                case ISwitchExpressionOperation choice when choice.Value == operation:
                    MatchAll(choice.Arms.Select(arm => arm.Pattern), what);
                    return;
                case IConditionalAccessOperation access when access.Operation == operation:
                    RecordAll(Surroundings.InstancesOf(access), what);
                    return;
                case IConversionOperation conversion when resources.Contains(conversion.Type) || Surroundings.IsCompared(conversion):
                case IConversionOperation { Parent: IArgumentOperation { Parameter: { } parameter } } when KnownOperations.IsOwnDatabase(parameter):
                case IConditionalOperation or ICoalesceOperation or IParenthesizedOperation or IConditionalAccessOperation:
                case ISwitchExpressionArmOperation or ISwitchExpressionOperation or IDeclarationExpressionOperation:
                    operation = parent;
                    continue;
                case IBinaryOperation { OperatorMethod: { } method } binary:
                    Hand(what, method, binary.LeftOperand == operation ? 0 : 1, operation);
                    return;
                case ISimpleAssignmentOperation or ICoalesceAssignmentOperation:
                    var target = ((IAssignmentOperation)parent).Target;
                    if (operation == target || !Assign(target, what, operation))
                    {
                        return;
                    }

                    Alias(parent, target, what);
                    operation = parent;
                    continue;
                case IExpressionStatementOperation or IBinaryOperation or IObjectOrCollectionInitializerOperation or IInterpolationOperation:
                case ILockOperation or IIsTypeOperation or ITypeOfOperation:
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

    /// <summary>A method as a delegate: whoever calls it has what it returns and hands out.</summary>
    public void RecordDelegate(IMethodReferenceOperation group)
    {
        var method = (group.Method.ReducedFrom ?? group.Method).OriginalDefinition;
        if (resources.Contains(method.ReturnType) || resources.ContainsTaskOf(method.ReturnType))
        {
            Escape(new(method), "what a delegate returns", group);
        }

        foreach (var parameter in method.Parameters.Where(parameter => parameter.RefKind is RefKind.Ref or RefKind.Out && resources.Contains(parameter.Type)))
        {
            Escape(new(parameter), "what a delegate hands out", group);
        }
    }

    /// <summary>What a parameter hands out goes into a variable.</summary>
    public void Receive(IParameterSymbol from, IOperation target)
    {
        if (resources.Contains(target.Type) || resources.Contains(from.OriginalDefinition.Type))
        {
            Assign(target, Source(from), target);
        }
    }

    /// <summary>What a parameter hands out or an indexer gives is matched.</summary>
    public void Match(ISymbol from, IPatternOperation pattern)
    {
        if (resources.Contains((from as IParameterSymbol)?.Type ?? (from as IPropertySymbol)?.Type))
        {
            Match(pattern, from is IParameterSymbol parameter ? Source(parameter) : new(from));
        }
    }

    /// <summary>What an enumerator gives goes into the variable of a loop.</summary>
    public void Enumerate(IPropertySymbol current, ILocalSymbol local, IOperation loop)
    {
        if (resources.Contains(local.Type))
        {
            Flow(new(current), local);
        }
        else if (resources.Contains(current.Type))
        {
            Escape(new(current), $"'{local.Name}'", loop);
        }
    }

    /// <summary>What a parameter hands out goes where it is not followed.</summary>
    public void Lose(IParameterSymbol from, IOperation at)
    {
        if (resources.Contains(from.Type))
        {
            Escape(Source(from), "a deconstruction", at);
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
                if (declarator.Symbol.IsRef)
                {
                    summary.Flows.Add((new(declarator.Symbol), what));
                }

                break;
            case IFieldInitializerOperation initializer:
                initializer.InitializedFields.ToList().ForEach(field => Flow(what, field));
                break;
            case IPropertyInitializerOperation initializer:
                initializer.InitializedProperties.ToList().ForEach(property => Flow(what, property));
                break;
            case IReturnOperation { Kind: OperationKind.Return }:
                Return(operation, what);
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
                Match(pattern.Pattern, what);
                break;
            case IPropertySubpatternOperation pattern:
                Match(pattern.Pattern, what);
                break;
            case ISwitchOperation choice:
                MatchAll(choice.Cases.SelectMany(each => each.Clauses).OfType<IPatternCaseClauseOperation>().Select(each => each.Pattern), what);
                break;
            case ITupleOperation tuple when Surroundings.IsDeconstructionTarget(tuple):
                break;
            case ITupleOperation tuple when Surroundings.Deconstructed(tuple, operation) is { } target:
                Assign(target, what, operation);
                break;
            default:
                Escape(what, Surroundings.Describe(parent), operation);
                break;
        }
    }

    private void Operate(ISymbol member, Variable what, IOperation at)
    {
        if (ExtendedParameter(member) is { } receiver)
        {
            Flow(what, receiver);
            return;
        }

        if (member is IMethodSymbol { IsExtensionMethod: true } or { ContainingType.Name: "" })
        {
            Escape(what, $"'{member.ToMessage()}'", at);
            return;
        }

        // Members of object tell nothing of the resource and do nothing to it.
        if (member.ContainingType.SpecialType != SpecialType.System_Object && member.OperationName() is { } name)
        {
            summary.Operations.Add((what, name, at.Syntax.GetLocation()));
        }
    }

    private void Pass(IArgumentOperation argument, IParameterSymbol parameter, Variable what)
    {
        var method = parameter.ContainingSymbol as IMethodSymbol;
        if (KnownOperations.Of(parameter) is { Count: > 0 } known)
        {
            summary.Operations.AddRange(known.Select(operation => (what, operation, argument.Syntax.GetLocation())));
            return;
        }

        if (method is null || method.MethodKind == MethodKind.DelegateInvoke || !program.Declares(method) || !resources.Contains(parameter.Type))
        {
            Escape(what, KnownOperations.IsOwnDatabase(parameter) ? "" : $"'{parameter.ContainingSymbol.ToMessage()}'", argument);
        }
        else
        {
            Hand(what, method, parameter.Ordinal, argument);
        }

        if (parameter.RefKind is RefKind.Ref or RefKind.Out)
        {
            summary.Flows.Add((Source(parameter), what));
            if (method is not null)
            {
                summary.Outs.Add((what, method.OriginalDefinition, parameter.Ordinal));
            }
        }
    }

    private void Hand(Variable what, IMethodSymbol method, int parameter, IOperation at)
    {
        if (program.Declares(method))
        {
            var callee = method.OriginalDefinition;
            Flow(what, callee.Parameters[parameter]);
            summary.Arguments.Add((what, callee, parameter, at.Syntax.GetLocation()));
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
            summary.Flows.Add((new(alias), what));
        }
    }

    // The compiler writes the Deconstruct of a record: it hands out the property of the same name.
    private static Variable Source(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { Name: "Deconstruct", IsImplicitlyDeclared: true, ContainingType: { } type }
            && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
            ? new(property)
            : new(parameter);

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

    // True where the value of the assignment may be used further.
    private bool Assign(IOperation target, Variable what, IOperation at)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                Flow(what, local.Local);
                return true;
            case IParameterReferenceOperation { Parameter: { RefKind: not RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } } }:
                Escape(what, "what a lambda hands out", at);
                return false;
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
                Escape(what, Surroundings.Describe(target), at);
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

        ISymbol result = body.AssociatedSymbol is IPropertySymbol property ? property : body;
        Flow(what, result);
        if (body.ReturnsByRef)
        {
            summary.Flows.Add((new(result), what));
        }

        if (IsCalledByFramework(result))
        {
            Escape(what, "what the framework is given", operation);
        }
    }

    // Whoever calls through an interface that is not of the source has the result where it is not followed.
    private bool IsCalledByFramework(ISymbol member) =>
        (member as IMethodSymbol)?.OverriddenMethod is { } overridden && !program.Declares(overridden)
        || (member.ContainingType?.AllInterfaces.Where(each => !program.Declares(each))
            .SelectMany(each => each.GetMembers())
            .Any(each => SymbolEqualityComparer.Default.Equals(member.ContainingType.FindImplementationForInterfaceMember(each), member)) ?? false);

    private void RecordAll(IEnumerable<IOperation> references, Variable what)
    {
        foreach (var reference in references)
        {
            Record(reference, what);
        }
    }

    private void MatchAll(IEnumerable<IPatternOperation> patterns, Variable what)
    {
        foreach (var pattern in patterns)
        {
            Match(pattern, what);
        }
    }

    private void Match(IPatternOperation pattern, Variable what)
    {
        foreach (var symbol in pattern.DescendantsAndSelf()
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

    private void Flow(Variable from, ISymbol to) => summary.Flows.Add((from, new(to)));

    private void Escape(Variable what, string into, IOperation at) => summary.Escapes.Add((what, into, at.Syntax.GetLocation()));
}
