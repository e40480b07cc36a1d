using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The classes of which dependency injection makes objects for what it is asked.</summary>
/// <param name="started">What the entry point has registered; null where that is not known.</param>
/// <param name="types">The types of the source.</param>
/// <param name="isElsewhere">Whether a class is one of another unit.</param>
internal sealed class InjectedTypes(StartedProcess? started, SourceTypes types, Func<INamedTypeSymbol, bool> isElsewhere)
{
    /// <summary>Those that are registered for the service and its key; where that does not tell, the class itself and all that can stand in for it. A class of another unit is told too, where it is the service.</summary>
    public IEnumerable<INamedTypeSymbol> Of(ServiceRequest request)
    {
        if (request.Type?.OriginalDefinition is not INamedTypeSymbol service)
        {
            return [];
        }

        if (!isElsewhere(service) && started?.RegisteredFor(request, service) is { } registered)
        {
            return registered.Where(type => !isElsewhere(type));
        }

        var heirs = types.HeirsOf(service).Where(heir => !isElsewhere(heir)).ToList();
        return (service.TypeKind == TypeKind.Interface ? [] : new[] { service }).Concat(started?.MadeOf(heirs) ?? heirs).Where(type => type.TypeKind is TypeKind.Class or TypeKind.Struct);
    }
}
