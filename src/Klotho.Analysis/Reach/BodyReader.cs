using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Reads bodies into summaries: whole, or what of them runs as a process starts.</summary>
internal sealed class BodyReader(SourceProgram program, ResourceTypes resources, ISet<SyntaxNode> separate, CancellationToken cancel, bool startsOnly = false)
{
    private readonly ResourceOrigins origins = new(program, resources);
    private readonly CallReader calls = new(program);
    private readonly ConfigurationReader configuration = new(program);
    private readonly EntityReader entities = new(program, resources);

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
                if (operation is INameOfOperation || (operation.Syntax != root.Syntax && IsElsewhere(operation)))
                {
                    continue;
                }

                program.Look(operation);
                ReadCalls(operation, summary);
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

        if (startsOnly)
        {
            // Who looks through an assembly registers what is found there, and runs none of it yet.
            summary.Reflections.RemoveAll(summary.Scans.Contains);
        }

        Inject(method, summary);
        ConfigurationReader.ReadParameters(method, summary);
        RecordProperties(method, flows);
        Receive(method, summary);
    }

    // What runs when somebody calls it, and has a summary of its own where that is known.
    private bool IsElsewhere(IOperation operation) =>
        operation is ILocalFunctionOperation || separate.Contains(operation.Syntax) || (startsOnly && StartCode.IsLater(operation, program));

    private void ReadCalls(IOperation operation, BodySummary summary)
    {
        if (!startsOnly || !StartCode.IsSetup(operation, program))
        {
            calls.Read(operation, summary);
        }
        else
        {
            summary.Calls.AddRange(StartCode.MadeBy(operation).Where(program.Declares).Select(constructor => (constructor.OriginalDefinition, operation.Syntax.GetLocation())));
        }
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
            var wanted = new ServiceRequest(parameter.Type, ServiceKeys.Of(parameter), IsMany: false);
            summary.Wanted.Add(wanted);
            summary.Injected.AddRange(wanted.Parts().Where(part => part.Type is { } type && program.Declares(type)).Select(part => (part, parameter.Locations[0])));
        }
    }

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
