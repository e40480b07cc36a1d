using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Which resources each variable of a unit can hold: flows of the reached bodies, followed from the annotated symbols.</summary>
internal sealed class PointsTo
{
    private readonly AnnotatedVariables annotated;
    private readonly Dictionary<Variable, HashSet<ResourceUse>> arrived = [];
    private readonly Dictionary<Variable, HashSet<Variable>> flows = [];

    public PointsTo(UnitClosure closure, SourceTypes types, AnnotatedVariables annotated)
    {
        this.annotated = annotated;
        var calls = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        // What the entry point has put somewhere is there in the process of each unit.
        var started = closure.Unit == ExecUnitNode.DefaultId ? null : closure.Started;
        foreach (var summary in closure.Bodies.Select(body => body.Summary).Concat(started?.Summaries ?? []))
        {
            foreach (var (from, to) in summary.Flows)
            {
                Connect(from, to);
            }

            foreach (var (from, method, parameter, _) in summary.Arguments)
            {
                types.TargetsOf(method).ToList().ForEach(target => Connect(from, new(target.Parameters[parameter])));
            }

            foreach (var (to, method, parameter) in summary.Outs)
            {
                types.TargetsOf(method).ToList().ForEach(target => Connect(new(target.Parameters[parameter]), to));
            }

            summary.Calls.ForEach(call => calls.Add(call.Method));
        }

        foreach (var method in calls.OfType<IMethodSymbol>().Where(method => method.MethodKind is MethodKind.PropertySet or MethodKind.EventAdd || method.IsVirtual || method.IsAbstract || method.IsOverride))
        {
            foreach (var target in types.TargetsOf(method))
            {
                Dispatch(method, target, closure.Resources);
            }
        }

        foreach (var (from, targets) in flows.Select(flow => (flow.Key, flow.Value)))
        {
            foreach (var (resource, target) in annotated.In(from).SelectMany(resource => targets.Select(target => (resource, target))))
            {
                Spread(target, resource);
            }
        }
    }

    // A dispatched member gives what its implementations give; what is set through it is set in them, and what they share goes both ways.
    private void Dispatch(IMethodSymbol method, IMethodSymbol target, ResourceTypes resources)
    {
        var (called, ending) = (new Variable(method.AssociatedSymbol ?? method), new Variable(target.AssociatedSymbol ?? target));
        var isShared = method.MethodKind == MethodKind.EventAdd || resources.IsShared(method.MethodKind == MethodKind.PropertySet ? method.Parameters[method.Parameters.Length - 1].Type : method.ReturnType);
        if (!called.Equals(ending))
        {
            Connect(ending, called);
            if (isShared)
            {
                Connect(called, ending);
            }
        }

        if (method.MethodKind == MethodKind.PropertySet)
        {
            var value = new Variable(target.Parameters[target.Parameters.Length - 1]);
            Connect(called, ending);
            Connect(called, value);
            if (isShared)
            {
                Connect(value, called);
            }
        }
    }

    public IEnumerable<ResourceUse> ResourcesIn(Variable variable)
    {
        // Where a class itself is annotated, every variable of the class is the resource.
        var type = (variable.Symbol as IParameterSymbol)?.Type ?? (variable.Symbol as ILocalSymbol)?.Type
            ?? (variable.Symbol as IFieldSymbol)?.Type ?? (variable.Symbol as IPropertySymbol)?.Type;
        return type is null ? HeldBy(variable) : HeldBy(variable).Concat(HeldBy(new(type)));
    }

    private IEnumerable<ResourceUse> HeldBy(Variable variable)
    {
        var own = annotated.In(variable);
        return !arrived.TryGetValue(variable, out var held) ? own : own.Count == 0 ? held : own.Union(held);
    }

    private void Spread(Variable start, ResourceUse resource)
    {
        var pending = new Stack<Variable>([start]);
        while (pending.Count > 0)
        {
            var variable = pending.Pop();
            if (!arrived.TryGetValue(variable, out var held))
            {
                arrived[variable] = held = [];
            }

            if (held.Add(resource) && flows.TryGetValue(variable, out var targets))
            {
                foreach (var target in targets)
                {
                    pending.Push(target);
                }
            }
        }
    }

    private void Connect(Variable from, Variable to)
    {
        if (!flows.TryGetValue(from, out var targets))
        {
            flows[from] = targets = [];
        }

        targets.Add(to);
    }
}
