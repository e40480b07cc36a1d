using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Klotho.Wiring;

/// <summary>The modules that generated module initializers have registered in this process.</summary>
public static class KlothoModules
{
    private static readonly ConcurrentDictionary<Assembly, KlothoModule> Modules = new();

    /// <summary>Registers an assembly's module; the first registration of an assembly stands.</summary>
    public static void Register(KlothoModule module)
    {
        ArgumentNullException.ThrowIfNull(module);
        Modules.TryAdd(module.Assembly, module);
    }

    /// <summary>Whether an assembly is one of the application's.</summary>
    internal static bool Has(Assembly assembly) => Modules.ContainsKey(assembly);

    /// <summary>The module of the application named <paramref name="applicationName"/>, else of the entry assembly, else null.</summary>
    internal static KlothoModule? Find(string applicationName)
    {
        foreach (var (assembly, module) in Modules)
        {
            if (string.Equals(assembly.GetName().Name, applicationName, StringComparison.OrdinalIgnoreCase))
            {
                return module;
            }
        }

        if (Assembly.GetEntryAssembly() is not { } entry)
        {
            return null;
        }

        // A module initializer runs when the assembly's code first runs, which may be later than this.
        RuntimeHelpers.RunModuleConstructor(entry.ManifestModule.ModuleHandle);
        return Modules.GetValueOrDefault(entry);
    }
}
