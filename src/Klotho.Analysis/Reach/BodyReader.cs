using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Reads bodies into summaries, each once.</summary>
internal sealed class BodyReader(SourceProgram program, ResourceTypes resources, ISet<SyntaxNode> separate, CancellationToken cancel)
{
    private readonly Dictionary<ISymbol, BodySummary> summaries = new(SymbolEqualityComparer.Default);

    public BodySummary SummaryOf(IMethodSymbol method)
    {
        if (!summaries.TryGetValue(method, out var summary))
        {
            cancel.ThrowIfCancellationRequested();
            summaries[method] = summary = new();
            Read(method, summary);
        }

        return summary;
    }

    private void Read(IMethodSymbol method, BodySummary summary)
    {
        var consumption = new ResourceConsumption(program, resources, summary, method);
        foreach (var root in Bodies.Of(method, program, cancel))
        {
            // Own stack: generated code nests deeper than ours can.
            var pending = new Stack<IOperation>([root]);
            while (pending.Count > 0)
            {
                var operation = pending.Pop();
                if (operation.Syntax != root.Syntax && (operation is ILocalFunctionOperation || separate.Contains(operation.Syntax)))
                {
                    continue;
                }

                ReadCall(operation, summary);
                Consume(operation, consumption);

                foreach (var child in operation.ChildOperations.Reverse())
                {
                    pending.Push(child);
                }
            }
        }

        Inject(method, summary);
        RecordProperties(method, summary);
    }

    private void Consume(IOperation operation, ResourceConsumption consumption)
    {
        if (HeldBy(operation) is { } variable)
        {
            consumption.Record(operation, variable);
        }
        else if (operation is IInvocationOperation call
            && operation.Parent is not IAwaitOperation
            && resources.ContainsTaskOf(call.Type)
            && program.Declares(call.TargetMethod))
        {
            consumption.RecordTask(call, new(call.TargetMethod));
        }
    }

    private void ReadCall(IOperation operation, BodySummary summary)
    {
        var at = operation.Syntax.GetLocation();
        switch (operation)
        {
            case IInvocationOperation call:
                Call(call.TargetMethod, at, summary);
                new RegistrationReader(program).Read(call, summary);
                break;
            case IObjectCreationOperation { Constructor: { } constructor }:
                Call(constructor, at, summary);
                Create(constructor.ContainingType, at, summary);
                break;
            case IMethodReferenceOperation group:
                Call(group.Method, at, summary);
                break;
            case IPropertyReferenceOperation property when program.Declares(property.Property):
                Call(property.Property.GetMethod, at, summary);
                Call(property.Property.SetMethod, at, summary);
                break;
            case ITypeOfOperation { TypeOperand: INamedTypeSymbol type }:
                Create(type, at, summary);
                break;
            case IBinaryOperation binary:
                Call(binary.OperatorMethod, at, summary);
                break;
            case IUnaryOperation unary:
                Call(unary.OperatorMethod, at, summary);
                break;
            case IConversionOperation conversion:
                Call(conversion.OperatorMethod, at, summary);
                break;
            case ICompoundAssignmentOperation compound:
                Call(compound.OperatorMethod, at, summary);
                break;
        }
    }

    // The variable that an expression reads a resource from, if it is one.
    private Variable? HeldBy(IOperation operation) => operation switch
    {
        _ when !resources.Contains(operation.Type) => null,
        ILocalReferenceOperation local => new(local.Local),
        IParameterReferenceOperation parameter => new(parameter.Parameter),
        IFieldReferenceOperation field => new(field.Field),
        IPropertyReferenceOperation property => new(property.Property),
        IAwaitOperation { Operation: IInvocationOperation call } => new(call.TargetMethod),
        IInvocationOperation call when RegistrationReader.IsKeyedResolution(call) => Resolved(call),
        IInvocationOperation call => new(call.TargetMethod),
        IConditionalAccessInstanceOperation instance => Accessed(instance) is { } accessed ? HeldBy(accessed) : null,
        _ => null,
    };

    private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        IOperation current = instance;
        while (current.Parent is { } parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == current)
            {
                return access.Operation is IConversionOperation conversion ? conversion.Operand : access.Operation;
            }

            current = parent;
        }

        return null;
    }

    private static Variable Resolved(IInvocationOperation call) =>
        new(call.TargetMethod.TypeArguments[0], call.Arguments.Select(argument => RegistrationReader.Constant(argument.Value)).OfType<string>().FirstOrDefault() ?? Variable.AnyKey);

    private void Inject(IMethodSymbol method, BodySummary summary)
    {
        // What the compiler adds to a record is called by nobody with a service.
        foreach (var parameter in method.Parameters.Where(parameter => !parameter.Locations.IsEmpty && !parameter.IsImplicitlyDeclared))
        {
            if (parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } type && program.Declares(type))
            {
                summary.Injected.Add((type.OriginalDefinition, parameter.Locations[0]));
            }
        }
    }

    // A positional record copies its parameters into properties without an operation that says so.
    private static void RecordProperties(IMethodSymbol method, BodySummary summary)
    {
        if (method is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true })
        {
            foreach (var parameter in method.Parameters)
            {
                foreach (var property in method.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>())
                {
                    summary.Flows.Add((new(parameter), new(property)));
                }
            }
        }
    }

    private void Call(IMethodSymbol? method, Location at, BodySummary summary)
    {
        if (method is not null && program.Declares(method))
        {
            summary.Calls.Add((method.OriginalDefinition, at));
        }
    }

    private void Create(INamedTypeSymbol type, Location at, BodySummary summary)
    {
        if (program.Declares(type))
        {
            summary.Created.Add((type.OriginalDefinition, at));
        }
    }
}
