using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>What an interface needs so that it can be called from another unit.</summary>
public static class UnitBoundary
{
    /// <summary>What has calls of a method made again.</summary>
    public const string Repeatable = "Klotho.RepeatableAttribute";

    private const string Cancellation = "System.Threading.CancellationToken";
    private const string AsyncStream = "System.Collections.Generic.IAsyncEnumerable`1";

    private static readonly string[] TypesThatCannotCross =
    [
        "System.IO.Stream", "System.IO.TextReader", "System.IO.TextWriter", "System.Linq.IQueryable", "System.Linq.IQueryable`1",
        "System.Linq.Expressions.Expression`1", "System.Span`1", "System.ReadOnlySpan`1", "System.IntPtr", "System.UIntPtr",
    ];

    /// <summary>
    /// The application's own interfaces of the class whose every member can cross. To the source generator the
    /// application's other projects are assemblies: what sets them apart from the framework and nearly every package is
    /// that nobody gave them a strong name. A client too many costs nothing.
    /// </summary>
    public static EquatableArray<UnitInterface> InterfacesOf(INamedTypeSymbol type) =>
        type.AllInterfaces
            .Where(each => IsUnitInterface(each) || IsUnitInterfaceOfAnAssembly(each))
            .Where(CanHaveClient)
            .Where(each => !Check(each, SourceRoot.None).Any())
            .Select(each => new UnitInterface(each.ToTypeName(), each.FullName(), MethodsOf(each).Select(method => Model(method, type)).ToEquatableArray()))
            .OrderBy(each => each.Type)
            .ToEquatableArray();

    /// <summary>What is sent and returned by each call that another unit can make of the class.</summary>
    public static IEnumerable<PayloadType> CallsOf(INamedTypeSymbol type)
    {
        var callable = InterfacesOf(type).Select(each => each.FullName).ToImmutableHashSet();
        foreach (var contract in type.AllInterfaces.Where(each => callable.Contains(each.FullName())))
        {
            foreach (var method in MethodsOf(contract))
            {
                var name = $"{contract.FullName()}.{method.Name}";
                var operation = method.OperationName();
                var sent = method.Parameters.Where(parameter => !parameter.Type.Is(Cancellation)).ToImmutableArray();
                yield return new(WireRole.Request, name, null, sent) { Operation = operation, Declaration = method };
                yield return new(IsStream(method.ReturnType) ? WireRole.Item : WireRole.Result, name, ResultOf(method.ReturnType), []) { Operation = operation, Declaration = method };
            }
        }
    }

    /// <summary>Whether the interface is one that another unit might call: written in the source, not generic, not empty.</summary>
    public static bool IsUnitInterface(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty && !type.IsGenericType && MembersOf(type).Any();

    /// <summary>Whether the method of an interface is one that another unit might call.</summary>
    public static bool IsCallable(IMethodSymbol method) => IsUnitInterface(method.ContainingType) && MethodsOf(method.ContainingType).Contains(method, SymbolEqualityComparer.Default);

    /// <summary>Whether a method of a class is its part in an interface that another unit might call.</summary>
    public static bool IsCalledBy(INamedTypeSymbol type, IMethodSymbol method) =>
        type.AllInterfaces.Where(each => IsUnitInterface(each) || IsUnitInterfaceOfAnAssembly(each))
            .SelectMany(MethodsOf)
            .Any(member => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method));

    private static bool IsUnitInterfaceOfAnAssembly(INamedTypeSymbol type) =>
        type is { IsGenericType: false, ContainingAssembly: { Identity.HasPublicKey: false, Name: not "Klotho.Runtime" } } && MembersOf(type).Any();

    /// <summary>Whether a class that the generator writes can implement the interface.</summary>
    private static bool CanHaveClient(INamedTypeSymbol type) =>
        type.IsNameable()
        && type.AllInterfaces.Prepend(type).SelectMany(each => each.GetMembers()).All(member => member is not { IsAbstract: true, IsStatic: true })
        && MethodsOf(type).All(method => method.IsCallable() && method.Parameters.Count(parameter => parameter.Type.Is(Cancellation)) <= 1);

    /// <summary>What keeps the interface's members from being called across a boundary, in the order of the source.</summary>
    public static IEnumerable<KlothoDiagnostic> Check(INamedTypeSymbol type, SourceRoot root)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in MembersOf(type))
        {
            var at = root.At(member.Locations[0]);
            if (member is not IMethodSymbol method)
            {
                yield return UnitBoundaryRules.NotAMethod.At(at, member.ToMessage(), member.Kind.ToString().ToLowerInvariant());
                continue;
            }

            if (!seen.Add(method.Name))
            {
                yield return UnitBoundaryRules.Overload.At(at, method.ToMessage(), method.Name);
            }

            foreach (var diagnostic in CheckMethod(method, at, root))
            {
                yield return diagnostic;
            }
        }
    }

    private static IEnumerable<KlothoDiagnostic> CheckMethod(IMethodSymbol method, SourceLocation at, SourceRoot root)
    {
        if (method.IsGenericMethod)
        {
            yield return UnitBoundaryRules.Generic.At(at, method.ToMessage());
        }

        if (!IsTask(method.ReturnType) && !IsStream(method.ReturnType))
        {
            yield return UnitBoundaryRules.NotAsync.At(at, method.ToMessage(), method.ReturnType.ToMessage());
        }
        else if (ResultOf(method.ReturnType) is { } result && !CanCross(result))
        {
            yield return UnitBoundaryRules.TypeCannotCross.At(at, IsStream(method.ReturnType) ? "An item" : "The result", method.ToMessage(), result.ToMessage());
        }

        foreach (var parameter in method.Parameters)
        {
            var where = root.At(parameter.Locations[0]);
            if (parameter.RefKind != RefKind.None)
            {
                yield return UnitBoundaryRules.ByReference.At(where, parameter.Name, method.ToMessage());
            }
            else if (!CanCross(parameter.Type))
            {
                yield return UnitBoundaryRules.TypeCannotCross.At(where, $"Parameter '{parameter.Name}'", method.ToMessage(), parameter.Type.ToMessage());
            }
        }
    }

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) =>
        type.AllInterfaces.Prepend(type)
            .SelectMany(each => each.GetMembers())
            .Where(member => member is { IsAbstract: true, IsStatic: false }
                && member is IPropertySymbol or IEventSymbol or IMethodSymbol { AssociatedSymbol: null });

    private static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type) => MembersOf(type).OfType<IMethodSymbol>();

    private static bool IsTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.Task`1") || IsValueTask(type);

    private static bool IsStream(ITypeSymbol type) => type.Is(AsyncStream);

    private static bool IsValueTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks.ValueTask") || type.Is("System.Threading.Tasks.ValueTask`1");

    // Of a stream, of each item.
    private static ITypeSymbol? ResultOf(ITypeSymbol task) => task is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;

    private static bool CanCross(ITypeSymbol type) =>
        type.TypeKind is not (TypeKind.Delegate or TypeKind.Pointer or TypeKind.FunctionPointer)
        && !type.IsRefLikeType
        && !type.IsTupleType // System.Text.Json writes tuples as {}.
        && !TypesThatCannotCross.Any(name => type.Is(name) || type.DerivesFrom(name));

    private static bool IsRepeatable(ISymbol method) => method.GetAttributes().Any(attribute => attribute.AttributeClass.Is(Repeatable));

    private static UnitMethod Model(IMethodSymbol method, INamedTypeSymbol type) => new(
        method.Name,
        method.ContainingType.ToTypeName(),
        method.ReturnType.ToAnnotatedTypeName(),
        ResultOf(method.ReturnType)?.ToAnnotatedTypeName(),
        IsValueTask(method.ReturnType),
        IsStream(method.ReturnType),
        IsRepeatable(method) || (type.FindImplementationForInterfaceMember(method) is { } implementation && IsRepeatable(implementation)),
        method.Parameters
            .Select(parameter => new UnitParameter(parameter.Name, parameter.Type.ToAnnotatedTypeName(), parameter.Type.Is(Cancellation)))
            .ToEquatableArray());
}
