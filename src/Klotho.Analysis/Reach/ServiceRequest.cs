using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>What dependency injection is asked for.</summary>
/// <param name="Type">The service; null where it is not known before run time.</param>
/// <param name="Key">The key, as <see cref="ServiceKeys"/> has it; null where there is none.</param>
/// <param name="IsMany">Whether all that is registered may be given, not only what was registered last.</param>
internal readonly record struct ServiceRequest(ITypeSymbol? Type, string? Key, bool IsMany)
{
    /// <summary>A request of which no more is known than the type, if that.</summary>
    public static ServiceRequest Any(ITypeSymbol? type) => new(type, Variable.AnyKey, true);

    /// <summary>Whether what is registered with a key may be given for it.</summary>
    public bool Fits(string? key) => Key == key || Key == Variable.AnyKey || key == Variable.AnyKey;

    /// <summary>The request for what a collection of services, or something else that is made of services, is made of.</summary>
    public ServiceRequest Within(INamedTypeSymbol type, ITypeSymbol argument) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T ? new(argument, Key, true) : Any(argument);

    /// <summary>The request itself and what it asks for besides: IEnumerable&lt;T&gt;, Lazy&lt;T&gt; and Func&lt;T&gt; of a service make the service.</summary>
    public IEnumerable<ServiceRequest> Parts()
    {
        if (Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct or TypeKind.Delegate } named)
        {
            return [];
        }

        var request = this;
        return named.TypeArguments.Where(argument => argument.Name.Length > 0 && !named.Is("Microsoft.Extensions.Logging.ILogger`1"))
            .SelectMany(argument => request.Within(named, argument).Parts())
            .Where(each => each.Type?.TypeKind != TypeKind.Struct)
            .Prepend(request);
    }
}
