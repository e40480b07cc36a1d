using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Capabilities.Persist.Orm;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The edges of one unit, and what is to be said of its code.</summary>
internal sealed class UnitFindings
{
    private readonly UnitClosure closure;
    private readonly ReachInput input;
    private Instantiations? generic;

    private UnitFindings(UnitClosure closure, ReachInput input)
    {
        this.closure = closure;
        this.input = input;
    }

    public List<CapabilityEdge> Edges { get; } = [];

    public List<KlothoDiagnostic> Diagnostics { get; } = [];

    public static UnitFindings Of(UnitClosure closure, ReachInput input, AnnotatedVariables annotated)
    {
        var findings = new UnitFindings(closure, input);
        var pointsTo = new PointsTo(closure, input.Types, annotated);
        var entities = new EntityFindings(closure, input);
        foreach (var body in closure.Bodies.Where(body => body.Summary.HandlesResources))
        {
            AddEntities(body, pointsTo, entities);
            findings.AddOperations(body, pointsTo);
            findings.AddEscapes(body, pointsTo);
            findings.AddOrigins(body, pointsTo);
        }

        entities.Complete();
        findings.Edges.AddRange(entities.Edges);
        findings.Diagnostics.AddRange(entities.Diagnostics);
        findings.AddReflections();
        findings.AddAwsRequests();
        findings.AddBlocks();
        findings.AddCalls();
        findings.AddConcreteUses();
        return findings;
    }

    private static void AddEntities(ReachedBody body, PointsTo pointsTo, EntityFindings entities)
    {
        foreach (var (on, operation, at) in body.Summary.Operations)
        {
            foreach (var database in pointsTo.ResourcesIn(on).Where(resource => resource.Sets is not null))
            {
                entities.Touch(database, body, at);
                if (operation == OrmNode.Outbox)
                {
                    entities.Publish(database, body, at);
                }
            }
        }
    }

    private void AddOperations(ReachedBody body, PointsTo pointsTo)
    {
        foreach (var (on, operation, at) in body.Summary.Operations)
        {
            foreach (var resource in pointsTo.ResourcesIn(on))
            {
                IEnumerable<string> operations = resource.IsOpaque ? (resource.Vouched ?? resource.Operations).Items : [operation];
                if (resource.Sets is null)
                {
                    Touch(resource, operations, body, at);
                }

                if (resource.Vouched is { } vouched && resource.Operations.Items.Contains(operation) && !vouched.Items.Contains(operation))
                {
                    Diagnostics.Add(ReachRules.VouchedIsWritten.At([input.Root.At(at), resource.Location], operation, resource.Node.Id.Name, closure.Unit.Name));
                }

                var place = PlaceOf(at, body);
                if (place.IsDropped)
                {
                    Diagnostics.Add(ReachRules.NotAwaited.At(input.Root.At(at), operation, resource.Node.Id.Name));
                }
                else
                {
                    AddDroppedToken(operation, at, place.Token);
                }
            }
        }
    }

    private (bool IsDropped, string? Token) PlaceOf(Location at, ReachedBody body)
    {
        var known = body.Summary.Places;
        if (!known.TryGetValue(at, out var place))
        {
            known[at] = place = (CallPlace.IsDropped(at, input.Program), CallPlace.DroppedToken(at, input.Program));
        }

        return place;
    }

    private void AddDroppedToken(string operation, Location at, string? dropped)
    {
        if (dropped is { } token)
        {
            Diagnostics.Add(ReachRules.TokenDropped.At(input.Root.At(at), operation, token));
        }
    }

    private void AddEscapes(ReachedBody body, PointsTo pointsTo)
    {
        // A method that nothing in the source implements does what it likes with its arguments.
        var unimplemented = body.Summary.Arguments
            .Where(argument => !input.Types.TargetsOf(argument.Method).Any())
            .Select(argument => (argument.From, $"'{argument.Method.ToMessage()}'", argument.At));
        var received = body.IsOpen ? body.Summary.Received.Select(each => (each.What, $"'{each.What.Symbol.Name}'", each.At)) : [];
        foreach (var (what, into, at) in body.Summary.Escapes.Concat(unimplemented).Concat(received))
        {
            foreach (var resource in pointsTo.ResourcesIn(what))
            {
                Touch(resource, (resource.Vouched ?? resource.Operations).Items, body, at);
                if (resource.Vouched is not null)
                {
                    Diagnostics.Add(ReachRules.Vouched.At([input.Root.At(at), resource.Location], resource.Node.Id.Name, into, closure.Unit.Name));
                }
                else if (!resource.IsOpaque && into.Length > 0)
                {
                    Diagnostics.Add(ReachRules.Escape.At(input.Root.At(at), resource.Node.Id.Name, into, closure.Unit.Name));
                }
            }
        }
    }

    private void AddOrigins(ReachedBody body, PointsTo pointsTo)
    {
        foreach (var (what, from, at) in body.Summary.Origins)
        {
            foreach (var resource in Instances(what).SelectMany(pointsTo.ResourcesIn).Distinct())
            {
                Touch(resource, resource.Operations.Items, body, at);
                Diagnostics.Add(ReachRules.UnknownOrigin.At(input.Root.At(at), resource.Node.Id.Name, from, closure.Unit.Name));
            }
        }
    }

    // A type parameter may be each type that stands for it in the unit, and a resource's any of those keeps.
    private IEnumerable<Variable> Instances(Variable what)
    {
        if (what.Symbol is not ITypeParameterSymbol parameter)
        {
            return [what];
        }

        generic ??= new(closure, input.Types);
        var types = generic.Of(parameter)?.SelectMany(closure.Resources.HeldIn).Where(closure.Resources.IsResource) ?? closure.Resources.All;
        return types.Select(type => new Variable(type, what.Key)).Distinct();
    }

    private void AddReflections() =>
        Diagnostics.AddRange(closure.Remarkable
            .SelectMany(body => body.Summary.Reflections)
            .Concat(closure.Scans)
            .Select(each => ReachRules.Reflection.At(input.Root.At(each.At), each.By, closure.Unit.Name)));

    private void AddAwsRequests() =>
        Diagnostics.AddRange(closure.Remarkable
            .SelectMany(body => body.Summary.AwsRequests)
            .Select(each => ReachRules.AwsRequest.At(input.Root.At(each.At), $"{each.Method.ContainingType.Name}.{each.Method.Name}", each.Action.Replace(" ", "', '"), closure.Unit.Name)));

    // What runs before the application starts may wait.
    private void AddBlocks() =>
        Diagnostics.AddRange(
            from body in closure.Remarkable
            where body.Summary.Blocks.Count > 0
            let root = body.Root
            where !SymbolEqualityComparer.Default.Equals(root.Method, input.Program.App.GetEntryPoint(CancellationToken.None))
            from block in body.Summary.Blocks
            select ReachRules.Blocks.At(input.Root.At(block.At), block.What, closure.Unit.Name, root.Step.Symbol));

    private void AddCalls()
    {
        foreach (var (callee, method, from, at) in closure.Crossings)
        {
            var name = $"{method.ContainingType.Name}.{method.Name}";
            if (CallPlace.IsRepeated(at))
            {
                Diagnostics.Add(ReachRules.CallInLoop.At(input.Root.At(at), name, callee.Name));
            }

            AddDroppedToken(name, at, PlaceOf(at, from).Token);

            Edges.Add(new(closure.Unit, callee, EdgeKind.Calls, new([new(name, from.PathTo(new(name, input.Root.At(at))))])));
        }
    }

    private void AddConcreteUses()
    {
        foreach (var (type, from, at) in closure.ConcreteUses)
        {
            Diagnostics.Add(UnitBoundaryRules.ConcreteUse.At(
                [input.Root.At(at), input.Root.At(type.Locations[0])],
                type.Name,
                UnitMembership.UnitOf(type).Name,
                from.Step.Symbol,
                closure.Unit.Name));
        }
    }

    private void Touch(ResourceUse resource, IEnumerable<string> operations, ReachedBody body, Location at)
    {
        var where = input.Root.At(at);
        Edges.Add(new(
            closure.Unit,
            resource.Node.Id,
            resource.Relation,
            operations.Select(name => new OperationUse(name, body.PathTo(new(name, where)))).ToEquatableArray()));
    }
}
