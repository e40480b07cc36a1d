using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>The forms in which the framework has services registered: methods of the collection with a lifetime in their name, and descriptors.</summary>
internal static class RegistrationForms
{
    private const string Space = "Microsoft.Extensions.DependencyInjection";
    private const string Collection = Space + ".IServiceCollection";
    private const string Descriptor = Space + ".ServiceDescriptor";

    private static readonly string[] Owners = [Descriptor, Space + ".ServiceCollectionServiceExtensions", Space + ".Extensions.ServiceCollectionDescriptorExtensions"];

    // With these a later registration is not the one that counts, or what has been registered so far is asked.
    private static readonly string[] Reordering = ["Remove", "RemoveAt", "RemoveAll", "RemoveAllKeyed", "Clear", "Insert", "Replace", "CopyTo", "BuildServiceProvider"];

    /// <summary>What a call registers or describes; null where it is of no such form.</summary>
    public static Registration? Of(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, SyntaxNode call)
    {
        if (!Owners.Any(owner => method.ContainingType.Is(owner)) || !method.DeclaringSyntaxReferences.IsEmpty
            || (method.TypeArguments.FirstOrDefault() ?? Named(arguments, "serviceType") ?? Named(arguments, "service")) is not { } service)
        {
            return null;
        }

        var key = Argument(arguments, "serviceKey") is { } given ? ServiceKeys.Of(given) : null;
        var isMade = Argument(arguments, "implementationFactory") is null && Argument(arguments, "factory") is null
            && Argument(arguments, "implementationInstance") is null && Argument(arguments, "instance") is null;
        var made = !isMade ? null : method.TypeArguments.Length > 1 ? method.TypeArguments[1]
            : Argument(arguments, "implementationType") is null ? service : Named(arguments, "implementationType");
        return new(service as INamedTypeSymbol, key, (made as INamedTypeSymbol)?.OriginalDefinition, !isMade || made is INamedTypeSymbol, call);
    }

    /// <summary>Whether a call changes what has been registered, or makes services before all is.</summary>
    public static bool IsReordering(IInvocationOperation call) =>
        Reordering.Contains(call.TargetMethod.Name) && (call.Instance?.Type ?? call.Arguments.FirstOrDefault()?.Value.Type) is { } type
        && (type.Is(Collection) || type.AllInterfaces.Any(each => each.Is(Collection)));

    private static IOperation? Argument(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static ITypeSymbol? Named(ImmutableArray<IArgumentOperation> arguments, string parameter) =>
        Argument(arguments, parameter) is { } value ? (ServiceResolution.Unconverted(value) as ITypeOfOperation)?.TypeOperand : null;
}
