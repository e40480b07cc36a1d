using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Everything that runs in one unit: walks breadth first from the unit's roots, and stops where another unit begins.</summary>
internal sealed class UnitClosure(NodeId unit, ReachInput input, BodyReader reader)
{
    private readonly DeclaredReach declared = input.Memory.Declared;
    private readonly Dictionary<ISymbol, ReachedBody> reached = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> alive = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> serialized = new(SymbolEqualityComparer.Default);
    private readonly Queue<ReachedBody> pending = new();

    public NodeId Unit => unit;

    public IEnumerable<ReachedBody> Bodies => reached.Values;

    public ResourceTypes Resources => reader.Resources;

    /// <summary>Calls that end in another unit.</summary>
    public List<(NodeId Callee, IMethodSymbol Method, ReachedBody From, Location At)> Crossings { get; } = [];

    /// <summary>What looks through an assembly elsewhere for what this unit may be given.</summary>
    public IEnumerable<(string By, Location At)> Scans { get; private set; } = [];

    /// <summary>Classes of other units that are used without an interface.</summary>
    public List<(INamedTypeSymbol Type, ReachedBody From, Location At)> ConcreteUses { get; } = [];

    public void Walk(IEnumerable<ReachRoot> roots, IEnumerable<IMethodSymbol> factories, IEnumerable<(INamedTypeSymbol Type, Location At)> registered)
    {
        foreach (var root in roots)
        {
            Open(root.Method, null, () => new(root.Name, root.At));
        }

        foreach (var (type, at) in registered.Where(each => OtherUnitOf(each.Type) is null))
        {
            Enliven(type, null, at);
        }

        foreach (var factory in factories)
        {
            Open(factory, null, () => new("service factory", input.Root.At(factory.Locations[0])));
        }

        while (pending.Count > 0)
        {
            Follow(pending.Dequeue());
        }
    }

    /// <summary>Goes on where a library may resolve what others registered by looking through an assembly.</summary>
    public void WalkScanned(IReadOnlyCollection<(string By, Location At)> scans)
    {
        if (scans.Count > 0 && reached.Values.FirstOrDefault(body => body.Summary.CallsLibrary is not null) is { Summary.CallsLibrary: { } at } caller)
        {
            Scans = scans;
            ReachEverything(caller, at);
            while (pending.Count > 0)
            {
                Follow(pending.Dequeue());
            }
        }
    }

    private void Follow(ReachedBody body)
    {
        if (!body.Method.IsStatic && body.Method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) && !alive.Contains(body.Method.ContainingType))
        {
            Enliven(body.Method.ContainingType, body, body.Method.Locations[0]);
        }

        foreach (var (method, at) in body.Summary.Calls)
        {
            Call(method, body, at);
        }

        foreach (var (type, at) in body.Summary.Made)
        {
            Use(type, body, at, isOpen: false);
        }

        foreach (var (type, at) in body.Summary.Created)
        {
            Use(type, body, at);
        }

        foreach (var (type, at) in body.Summary.Injected)
        {
            Use(type, body, at);
            input.Types.HeirsOf(type).Where(heir => OtherUnitOf(heir) is null && type.TypeKind == TypeKind.Class).ToList().ForEach(heir => Enliven(heir, body, at));
        }

        foreach (var (type, at) in body.Summary.Statics)
        {
            type.StaticConstructors.ToList().ForEach(constructor => Reach(constructor, body, at));
        }

        foreach (var (type, at) in body.Summary.Serialized)
        {
            Serialize(type, body, at);
        }

        foreach (var (type, at) in body.Summary.Exposed)
        {
            Use(type, body, at);
            Expose(type, body, at);
        }

        FollowAttributes(body);
        if (body.Summary.Reflections.Count > 0)
        {
            ReachEverything(body, body.Summary.Reflections[0].At);
        }
    }

    private void FollowAttributes(ReachedBody body)
    {
        foreach (var type in declared.OfAttributes(body.Method, input.Program))
        {
            if (OtherUnitOf(type) is null)
            {
                Enliven(type.OriginalDefinition, body, body.Method.Locations[0]);
            }
        }
    }

    private void Serialize(INamedTypeSymbol type, ReachedBody from, Location at)
    {
        if (!serialized.Add(type))
        {
            return;
        }

        foreach (var each in SerializedTypes.Of(type, input.Program, input.Types).Where(each => OtherUnitOf(each) is null))
        {
            Enliven(each, from, at);
            foreach (var accessor in each.GetMembers().OfType<IMethodSymbol>()
                .Where(method => method is { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet, IsStatic: false, IsAbstract: false, Parameters.Length: < 2 }))
            {
                Open(accessor, from, at);
            }
        }
    }

    private void Expose(INamedTypeSymbol type, ReachedBody from, Location at)
    {
        for (var current = type; current is not null && input.Program.Declares(current); current = current.BaseType?.OriginalDefinition)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsAbstract && method.DeclaredAccessibility == Accessibility.Public))
            {
                Open(method, from, at);
            }
        }
    }

    // What reflection calls is not known: all that is not another unit's.
    private void ReachEverything(ReachedBody from, Location at)
    {
        foreach (var type in input.Types.All.Where(each => OtherUnitOf(each) is null && each.TypeKind != TypeKind.Interface))
        {
            Enliven(type, from, at);
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsAbstract))
            {
                Open(method, from, at);
            }
        }
    }

    private void Call(IMethodSymbol method, ReachedBody from, Location at)
    {
        foreach (var (target, owner) in declared.TargetsOf(method, input))
        {
            if (owner is { } other && other != unit && !target.IsStatic)
            {
                if (!SymbolEqualityComparer.Default.Equals(target, method))
                {
                    Crossings.Add((other, method, from, at));
                }

                continue;
            }

            Reach(target, from, at);
        }
    }

    // What dependency injection or the code itself creates: its constructors run, and the framework may call its overrides.
    private void Use(INamedTypeSymbol type, ReachedBody from, Location at, bool isOpen = true)
    {
        var concrete = type.TypeKind == TypeKind.Interface
            ? input.Types.HeirsOf(type).Where(heir => OtherUnitOf(heir) is null)
            : [type];
        foreach (var each in concrete.Where(each => each.TypeKind is TypeKind.Class or TypeKind.Struct))
        {
            if (OtherUnitOf(each) is not null)
            {
                ConcreteUses.Add((each, from, at));
            }
            else
            {
                Enliven(each, from, at, isOpen);
            }
        }
    }

    // Open is a type that others than the code that is followed make objects of: with arguments that are not seen.
    private void Enliven(INamedTypeSymbol type, ReachedBody? from, Location at, bool isOpen = true)
    {
        var isNew = alive.Add(type);
        var isOpened = isOpen && open.Add(type);
        if (!isNew && !isOpened)
        {
            return;
        }

        var (own, parent, implemented) = declared.AliveWith(type, input.Program);
        foreach (var method in own)
        {
            if (isOpen || method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
            {
                Open(method, from, at);
            }
            else
            {
                Reach(method, from, at);
            }
        }

        if (parent is not null)
        {
            Enliven(parent, from, at, isOpen: false);
        }

        foreach (var method in implemented)
        {
            Open(method.OriginalDefinition, from, at);
        }
    }

    private void Open(IMethodSymbol method, ReachedBody? from, Location at) =>
        Open(method, from, () => new(NameOf(method), input.Root.At(at)));

    // Called by code that is not followed.
    private void Open(IMethodSymbol method, ReachedBody? from, Func<WitnessStep> step)
    {
        Reach(method, from, step);
        reached[method].IsOpen = true;
    }

    private void Reach(IMethodSymbol method, ReachedBody? from, Location at)
    {
        if (!reached.ContainsKey(method))
        {
            Reach(method, from, () => new(NameOf(method), input.Root.At(at)));
        }
    }

    private void Reach(IMethodSymbol method, ReachedBody? from, Func<WitnessStep> step)
    {
        if (!reached.ContainsKey(method))
        {
            var body = new ReachedBody(method, reader.SummaryOf(method), from, step);
            reached[method] = body;
            pending.Enqueue(body);
        }
    }

    private NodeId? OtherUnitOf(INamedTypeSymbol? type) =>
        declared.UnitOf(type) is { } other && other != unit ? other : null;

    private static string NameOf(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor or MethodKind.StaticConstructor => $"new {method.ContainingType.Name}",
        MethodKind.LocalFunction => method.Name,
        MethodKind.PropertyGet or MethodKind.PropertySet => $"{method.ContainingType.Name}.{method.AssociatedSymbol?.Name}",
        _ => $"{method.ContainingType.Name}.{method.Name}",
    };
}
