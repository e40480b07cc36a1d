using System.Reflection;
using Klotho.Wiring;

namespace Klotho.Hosting;

/// <summary>Which unit a hosted service runs in: that of its class, as for everything else of the application.</summary>
internal sealed class HostedServiceUnits(DeclarationList declarations, Assembly? application, KlothoOptions options)
{
    private readonly Dictionary<Type, string> _declared = declarations.All
        .Where(declaration => declaration is { Class: not null, Unit: not null })
        .GroupBy(declaration => declaration.Class ?? typeof(object), declaration => declaration.Unit ?? ProcessRole.DefaultUnit)
        .ToDictionary(units => units.Key, units => units.First());

    /// <summary>The unit's id; null where the service runs in every process.</summary>
    public string? Of(Type type)
    {
        // A class inside of a class that is in a unit is in it too.
        for (var current = type; current is not null; current = current.DeclaringType)
        {
            if (_declared.TryGetValue(current, out var unit))
            {
                return unit;
            }
        }

        return IsApplications(type.Assembly) || !IsInEveryUnit(type.Assembly.GetName().Name ?? "") ? ProcessRole.DefaultUnit : null;
    }

    private bool IsApplications(Assembly assembly) => assembly == application || KlothoModules.Has(assembly);

    private bool IsInEveryUnit(string assembly) => options.HostedInEveryUnit.Any(name =>
        assembly.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (assembly.Length == name.Length || assembly[name.Length] == '.'));
}
