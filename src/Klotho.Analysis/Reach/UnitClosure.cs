using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Everything that runs in one unit: walks breadth first from the unit's roots, and stops where another unit begins.</summary>
/// <param name="unit">The unit.</param>
/// <param name="input">What reach starts from.</param>
/// <param name="summaries">What bodies do.</param>
/// <param name="started">What every process has by the time that the unit runs; null where that is not known.</param>
internal sealed class UnitClosure(NodeId unit, ReachInput input, Summaries summaries, StartedProcess? started)
{
    private readonly DeclaredReach declared = input.Memory.Declared;
    private readonly ReachedBodies bodies = new(summaries, input.Root);
    private readonly HashSet<ISymbol> alive = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> serialized = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> handed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> called = new(SymbolEqualityComparer.Default);
    private readonly WaitingCalls calls = new(started);
    private readonly List<ReachedBody> homeless = [];
    private readonly List<(ServiceRequest Service, ReachedBody? From)> generic = [];
    private WaitingFactories waiting = new([], input.Program, started);

    public NodeId Unit => unit;

    public IEnumerable<ReachedBody> Bodies => bodies.All;

    /// <summary>Those of them that are <see cref="BodySummary.IsRemarkable"/>, after the walk: few, so that who looks for one thing need not look at all.</summary>
    public IReadOnlyList<ReachedBody> Remarkable => bodies.Remarkable;

    /// <summary>The types that come alive in it.</summary>
    public ISet<ISymbol> Alive => alive;

    /// <summary>Those of them that others than the code that is followed make objects of.</summary>
    public ISet<ISymbol> Opened => open;

    public StartedProcess? Started => started;

    public ResourceTypes Resources => summaries.Resources;

    /// <summary>Calls that end in another unit.</summary>
    public List<(NodeId Callee, IMethodSymbol Method, ReachedBody From, Location At)> Crossings { get; } = [];

    /// <summary>What looks through an assembly elsewhere for what this unit may be given.</summary>
    public IEnumerable<(string By, Location At)> Scans { get; private set; } = [];

    /// <summary>Classes of other units that are used without an interface.</summary>
    public List<(INamedTypeSymbol Type, ReachedBody From, Location At)> ConcreteUses { get; } = [];

    public void Walk(IEnumerable<ReachRoot> roots, IReadOnlyList<(IMethodSymbol Function, Registration? Registration)> factories, IEnumerable<(INamedTypeSymbol Type, Location At)> registered)
    {
        waiting = new(factories, input.Program, started);
        foreach (var root in roots)
        {
            bodies.Open(root.Method, null, () => new(root.Name, root.At));
        }

        foreach (var (type, at) in registered.Where(each => OtherUnitOf(each.Type) is null))
        {
            Enliven(type, null, at);
        }

        factories.Where(each => each.Registration is null).ToList().ForEach(each => bodies.Open(each.Function, null, () => new("service factory", input.Root.At(each.Function.Locations[0]))));
        Drain();
    }

    /// <summary>Goes on where a library may resolve what others registered by looking through an assembly.</summary>
    public void WalkScanned(IReadOnlyCollection<(string By, Location At)> scans)
    {
        if (scans.Count > 0 && bodies.All.FirstOrDefault(body => body.Summary.CallsLibrary is not null) is { Summary.CallsLibrary: { } at } caller)
        {
            Scans = scans;
            ReachEverything(caller, at);
            Drain();
        }
    }

    private void Drain()
    {
        do
        {
            bodies.Follow(Follow, FollowOpened);
        }
        while (Answer());
    }

    // Whatever a call is made on of which no object is known, it came about where nobody saw it.
    private bool Answer()
    {
        var unseen = homeless.ToList();
        homeless.Clear();
        unseen.ForEach(body => Enliven(body.Method.ContainingType, body, body.Method.Locations[0]));

        foreach (var (service, from) in waiting.IsEmpty ? [] : Instantiations.Known(generic, this, input.Types))
        {
            Ask(service, from);
        }

        foreach (var (method, from, at) in calls.Unanswered())
        {
            var targets = declared.TargetsOf(method, input).Where(each => OtherUnitOf(each.Method.ContainingType) is null).ToList();
            if (!targets.Any(target => bodies.Contains(target.Method)))
            {
                targets.ForEach(target => bodies.Reach(target.Method, from, at));
            }
        }

        return !bodies.IsFollowed;
    }

    private void Follow(ReachedBody body)
    {
        if (!body.Method.IsStatic && body.Method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) && !alive.Contains(body.Method.ContainingType))
        {
            if (body.From is null)
            {
                Enliven(body.Method.ContainingType, body, body.Method.Locations[0]);
            }
            else
            {
                homeless.Add(body);
            }
        }

        body.Summary.Calls.ForEach(call => Call(call.Method, body, call.At));

        FollowTypes(body);
        body.Summary.Requested.ForEach(each => Ask(each.Service, body));
        body.Summary.Resolved.ForEach(each => Inject(each.Service, body, each.At));
        foreach (var (type, at) in body.Summary.Statics)
        {
            type.StaticConstructors.ToList().ForEach(constructor => bodies.Reach(constructor, body, at));
        }

        // A collection of services of its own, which nobody else's provider has.
        (started?.HasRun(body.Method) == false ? body.Summary.Named : []).Where(type => type.TypeKind == TypeKind.Class).ToList().ForEach(type => Make(type, body, body.Method.Locations[0]));
        body.Summary.Serialized.ForEach(each => Serialize(each.Type, body, each.At));

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

    private void FollowTypes(ReachedBody body)
    {
        foreach (var (type, at) in body.Summary.Made)
        {
            Use(type, body, at, isOpen: false);
        }

        foreach (var (type, at) in body.Summary.Created)
        {
            Use(type, body, at);
        }

        foreach (var (type, at) in body.Summary.Handed)
        {
            Hand(type, body, at);
        }
    }

    private void Inject(ServiceRequest service, ReachedBody body, Location at)
    {
        Ask(service, body);
        foreach (var type in new InjectedTypes(started, input.Types, each => OtherUnitOf(each) is not null).Of(service))
        {
            Make(type, body, at);
        }
    }

    // Objects of the type come from compiled code, of its heirs and with all that they hold.
    private void Hand(ITypeSymbol type, ReachedBody from, Location at)
    {
        var made = handed.Add(type) ? SerializedTypes.Of(type, input.Program, input.Types) : [];
        foreach (var each in made.Where(each => each.TypeKind is TypeKind.Class or TypeKind.Struct && OtherUnitOf(each) is null))
        {
            Enliven(each, from, at);
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
        var taken = serialized.Add(type) ? SerializedTypes.Of(type, input.Program, input.Types) : [];
        foreach (var each in taken.Where(each => OtherUnitOf(each) is null))
        {
            Enliven(each, from, at);
            SerializedTypes.AccessorsOf(each).ForEach(accessor => bodies.Open(accessor, from, at));
        }
    }

    private void Expose(INamedTypeSymbol type, ReachedBody from, Location at)
    {
        foreach (var method in DeclaredReach.ExposedBy(type, input.Program))
        {
            bodies.Open(method, from, at);
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
                bodies.Open(method, from, at);
            }
        }
    }

    private void Call(IMethodSymbol method, ReachedBody from, Location at)
    {
        var (isNew, isAnswered) = (called.Add(method), false);
        foreach (var (target, owner) in declared.TargetsOf(method, input))
        {
            if (owner is { } other && other != unit && !target.IsStatic)
            {
                if (!SymbolEqualityComparer.Default.Equals(target, method))
                {
                    Crossings.Add((other, method, from, at));
                    Hand(method.ReturnType, from, at);
                }

                isAnswered = true;
            }
            else if (calls.IsAnswered(method, target, alive))
            {
                bodies.Reach(target, from, at);
                isAnswered = true;
            }
            else if (isNew)
            {
                calls.Wait(target, from, at);
            }
        }

        if (isNew && !isAnswered)
        {
            calls.Unanswered(method, from, at);
        }
    }

    // What dependency injection or the code itself creates: its constructors run, and the framework may call its overrides.
    private void Use(INamedTypeSymbol type, ReachedBody from, Location at, bool isOpen = true)
    {
        if (isOpen)
        {
            Ask(ServiceRequest.Any(type), from);
        }

        var concrete = type.TypeKind == TypeKind.Interface
            ? input.Types.HeirsOf(type).Where(heir => OtherUnitOf(heir) is null)
            : [type];
        foreach (var each in concrete.Where(each => each.TypeKind is TypeKind.Class or TypeKind.Struct))
        {
            Make(each, from, at, isOpen);
        }
    }

    private void Make(INamedTypeSymbol type, ReachedBody from, Location at, bool isOpen = true)
    {
        if (OtherUnitOf(type) is not null)
        {
            ConcreteUses.Add((type, from, at));
        }
        else
        {
            Enliven(type, from, at, isOpen);
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

        if (isOpened)
        {
            Ask(ServiceRequest.Any(type), from);
        }

        foreach (var (target, caller, place) in isNew ? calls.Of(type) : [])
        {
            bodies.Reach(target, caller, place);
        }

        var (own, parent, implemented) = declared.AliveWith(type, input.Program);
        foreach (var method in own)
        {
            if (isOpen || method.MethodKind is not (MethodKind.Constructor or MethodKind.StaticConstructor))
            {
                bodies.Open(method, from, at, takesServices: method.OverriddenMethod is null);
            }
            else
            {
                bodies.Reach(method, from, at);
            }
        }

        if (parent is not null)
        {
            Enliven(parent, from, at, isOpen: false);
        }

        foreach (var method in implemented)
        {
            bodies.Open(method.OriginalDefinition, from, at, takesServices: false);
        }
    }

    private void Ask(ServiceRequest service, ReachedBody? from)
    {
        if (service.Type is { } type && Instantiations.IsOpen(type))
        {
            generic.Add((service, from));
        }

        foreach (var factory in waiting.AskedFor(service))
        {
            bodies.Open(factory, from, () => new("service factory", input.Root.At(factory.Locations[0])));
        }
    }

    private void FollowOpened(ReachedBody body, bool takesServices)
    {
        if (takesServices)
        {
            body.Summary.Wanted.ForEach(service => Ask(service, body));
            body.Summary.Injected.ForEach(each => Inject(each.Service, body, each.At));
        }

        // As ASP.NET Core has it: what is not registered as a service comes with the request or the message.
        var isMade = body.Method.MethodKind == MethodKind.Constructor;
        foreach (var type in body.Summary.Wanted.Select(each => each.Type).OfType<ITypeSymbol>().Where(type => !isMade && !(takesServices && started?.IsService(type) == true)))
        {
            Hand(type, body, body.Method.Locations.FirstOrDefault() ?? Location.None);
        }
    }

    private NodeId? OtherUnitOf(INamedTypeSymbol? type) =>
        declared.UnitOf(type) is { } other && other != unit ? other : null;
}
