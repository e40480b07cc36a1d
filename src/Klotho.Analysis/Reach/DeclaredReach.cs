using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// What declarations alone say of what runs, whichever bodies there are: where calls can end, and what comes alive with a type. Found once
/// for all units, and kept while no declaration changes.
/// </summary>
internal sealed class DeclaredReach
{
    private readonly Dictionary<ISymbol, NodeId?> units = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<(IMethodSymbol Method, NodeId? Unit)>> targets = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, (IReadOnlyList<IMethodSymbol> Own, INamedTypeSymbol? Parent, IReadOnlyList<IMethodSymbol> Implemented)> alive = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyList<INamedTypeSymbol>> attributes = new(SymbolEqualityComparer.Default);

    /// <summary>The unit that the class names, or null.</summary>
    public NodeId? UnitOf(INamedTypeSymbol? type) =>
        type is null ? null : units.TryGetValue(type, out var known) ? known : units[type] = UnitMembership.AnnotatedUnitOf(type);

    /// <summary>The bodies of the source that a call can end in, each with the unit that its class names.</summary>
    public IReadOnlyList<(IMethodSymbol Method, NodeId? Unit)> TargetsOf(IMethodSymbol method, ReachInput input) =>
        targets.TryGetValue(method, out var known) ? known : Keep(targets, method, [.. input.Types.TargetsOf(method).Where(input.Program.Declares).Select(target => (target, UnitOf(target.ContainingType)))]);

    /// <summary>What runs when a type comes alive: its own methods, those of its base class, and what the framework calls through interfaces.</summary>
    public (IReadOnlyList<IMethodSymbol> Own, INamedTypeSymbol? Parent, IReadOnlyList<IMethodSymbol> Implemented) AliveWith(INamedTypeSymbol type, SourceProgram program) =>
        alive.TryGetValue(type, out var known) ? known : alive[type] = (
            type.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsAbstract && Runs(method, program)).ToList(),
            type.BaseType is { } parent && program.Declares(parent) ? parent.OriginalDefinition : null,
            type.AllInterfaces.Where(each => !program.Declares(each)).SelectMany(each => each.GetMembers())
                .Select(type.FindImplementationForInterfaceMember).OfType<IMethodSymbol>().Where(program.Declares).ToList());

    /// <summary>The types of the source that the framework creates for attributes: those that are filters, and what they name.</summary>
    public IReadOnlyList<INamedTypeSymbol> OfAttributes(IMethodSymbol method, SourceProgram program) =>
        attributes.TryGetValue(method, out var known) ? known : Keep(attributes, method, NamedIn(method).Where(program.Declares).ToList());

    /// <summary>What the framework calls by name of a type that it is given for that: all that is public, of its base classes too.</summary>
    public static IEnumerable<IMethodSymbol> ExposedBy(INamedTypeSymbol type, SourceProgram program)
    {
        for (var current = type; current is not null && program.Declares(current); current = current.BaseType?.OriginalDefinition)
        {
            foreach (var method in current.GetMembers().OfType<IMethodSymbol>().Where(method => !method.IsAbstract && method.DeclaredAccessibility == Accessibility.Public))
            {
                yield return method;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> NamedIn(IMethodSymbol method) =>
        from attribute in method.GetAttributes().Concat(method.ContainingType?.GetAttributes() ?? []).Concat(method.Parameters.SelectMany(parameter => parameter.GetAttributes()))
        let named = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(each => each.Value))
            .Where(each => each.Kind == TypedConstantKind.Type)
            .Select(each => each.Value as ITypeSymbol)
        from type in named.Concat(attribute.AttributeClass?.TypeArguments ?? []).Append(attribute.AttributeClass).OfType<INamedTypeSymbol>()
        select type;

    private static bool Runs(IMethodSymbol method, SourceProgram program) =>
        method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
        || (method.OverriddenMethod is { } overridden && !program.Declares(overridden))
        || method is { IsStatic: true, Name: "BindAsync" or "TryParse" }
        || (method.Name is "Invoke" or "InvokeAsync" && IsMiddleware(method))
        || (method.Name.StartsWith("Configure", StringComparison.Ordinal) && method.Parameters.Any(parameter => IsOfStartup(parameter.Type)))
        || (method is { IsImplicitlyDeclared: false, Name: "PrintMembers" or "Equals" or "get_EqualityContract" } && method.ContainingType.IsRecord);

    // Startup classes are called by convention.
    private static bool IsOfStartup(ITypeSymbol type) => type is { Name: "IServiceCollection" or "IApplicationBuilder" };

    private static bool IsMiddleware(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault()?.Type is { Name: "HttpContext" };

    // What stands in a body is gone with it.
    private static T Keep<T>(Dictionary<ISymbol, T> known, IMethodSymbol method, T found)
    {
        if (method.MethodKind is not (MethodKind.AnonymousFunction or MethodKind.LocalFunction))
        {
            known[method] = found;
        }

        return found;
    }
}
