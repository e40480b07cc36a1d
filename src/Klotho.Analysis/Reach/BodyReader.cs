using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Reads bodies into summaries.</summary>
internal sealed class BodyReader(SourceProgram program, ResourceTypes resources, ISet<SyntaxNode> separate, CancellationToken cancel)
{
    private readonly ResourceOrigins origins = new(program, resources);
    private readonly CallReader calls = new(program);
    private readonly ConfigurationReader configuration = new(program);
    private readonly EntityReader entities = new(program, resources);

    public ResourceTypes Resources => resources;

    public BodySummary Read(IMethodSymbol method)
    {
        cancel.ThrowIfCancellationRequested();
        var summary = new BodySummary();
        Read(method, summary);
        return summary.IsNothing ? BodySummary.Nothing : summary;
    }

    private void Read(IMethodSymbol method, BodySummary summary)
    {
        var flows = new ResourceFlows(program, resources, summary, method, new(method));
        foreach (var root in Bodies.Of(method, program, cancel))
        {
            var consumption = new ResourceConsumption(program, resources, flows, root);
            var delegates = new DelegateFlows(program, resources, flows, root);
            // Own stack: generated code nests deeper than ours can.
            var pending = new Stack<IOperation>([root]);
            while (pending.Count > 0)
            {
                var operation = pending.Pop();
                if (operation is INameOfOperation || (operation.Syntax != root.Syntax && (operation is ILocalFunctionOperation || separate.Contains(operation.Syntax))))
                {
                    continue;
                }

                program.Look(operation);
                calls.Read(operation, summary);
                if (operation.Syntax != root.Syntax)
                {
                    calls.ReadFactory(operation, summary);
                }

                origins.Read(operation, summary);
                entities.Read(operation, method, summary);
                configuration.Read(operation, summary);
                Consume(operation, consumption, flows);
                delegates.Record(operation);

                foreach (var child in operation.ChildOperations.Reverse())
                {
                    pending.Push(child);
                }
            }
        }

        Inject(method, summary);
        ConfigurationReader.ReadParameters(method, summary);
        RecordProperties(method, flows);
        Receive(method, summary);
    }

    private void Consume(IOperation operation, ResourceConsumption consumption, ResourceFlows flows)
    {
        if (origins.HeldBy(operation, flows) is { } variable)
        {
            consumption.Record(operation, variable);
            if (operation.Type is { TypeKind: TypeKind.Class } type && resources.IsResource(type))
            {
                // Whatever it is kept in, a class that is annotated itself is known by its type.
                flows.To(new(type), variable, type);
            }
        }
        else if (origins.IsOfUnknown(operation))
        {
            var unknown = flows.Sites.Of(operation);
            flows.Escape(unknown, Surroundings.Describe(operation), operation);
            consumption.Record(operation, unknown);
        }

        if (operation is IDeconstructionAssignmentOperation or IRecursivePatternOperation or IListPatternOperation or IForEachLoopOperation)
        {
            consumption.RecordHidden(operation);
        }
    }

    private void Inject(IMethodSymbol method, BodySummary summary)
    {
        // What the compiler adds to a record is called by nobody with a service.
        foreach (var parameter in method.Parameters.Where(parameter => !parameter.Locations.IsEmpty && !parameter.IsImplicitlyDeclared))
        {
            summary.Wanted.Add(parameter.Type);
            foreach (var type in Injectable(parameter.Type).Where(program.Declares))
            {
                summary.Injected.Add((type.OriginalDefinition, parameter.Locations[0]));
            }
        }
    }

    // IEnumerable<T>, Lazy<T> and Func<T> of a service make the service.
    private static IEnumerable<INamedTypeSymbol> Injectable(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct or TypeKind.Delegate } named =>
            named.TypeArguments.Where(argument => argument.Name.Length > 0 && !named.Is("Microsoft.Extensions.Logging.ILogger`1"))
                .SelectMany(Injectable).Where(each => each.TypeKind != TypeKind.Struct).Prepend(named),
        _ => [],
    };

    // Code that is not followed may have, elsewhere, what it hands to the body.
    private void Receive(IMethodSymbol method, BodySummary summary) =>
        summary.Received.AddRange(method.Parameters
            .Where(parameter => !parameter.Locations.IsEmpty && !parameter.IsImplicitlyDeclared && resources.IsShared(parameter.Type))
            .Select(parameter => (new Variable(parameter), parameter.Locations[0])));

    // A positional record copies its parameters into properties without an operation that says so.
    private void RecordProperties(IMethodSymbol method, ResourceFlows flows)
    {
        if (method is { MethodKind: MethodKind.Constructor, ContainingType.IsRecord: true })
        {
            foreach (var parameter in method.Parameters.Where(parameter => resources.Contains(parameter.Type)))
            {
                foreach (var property in method.ContainingType.GetMembers(parameter.Name).OfType<IPropertySymbol>())
                {
                    flows.To(new(parameter), property, parameter.Type);
                }
            }
        }
    }
}
