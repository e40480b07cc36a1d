using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wiring;

/// <summary>What the generated module needs of the assembly that it is generated into.</summary>
/// <param name="Name">The assembly's name.</param>
/// <param name="KnowsRuntime">Whether the runtime is referenced; without it nothing is generated.</param>
/// <param name="Modules">The modules of referenced assemblies, each once, however many ways lead to it.</param>
public sealed record WiringAssembly(string Name, bool KnowsRuntime, EquatableArray<string> Modules)
{
    private const string Runtime = "Klotho.Runtime";
    private const string ModuleAttribute = "Klotho.Wiring.KlothoModuleAttribute";

    public static WiringAssembly Of(Compilation compilation, CancellationToken cancel)
    {
        var withModule = new SortedDictionary<string, (IAssemblySymbol Assembly, string Module)>(StringComparer.Ordinal);
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancel.ThrowIfCancellationRequested();
            if (References(assembly, Runtime) && ModuleOf(assembly) is { } module)
            {
                withModule[assembly.Name] = (assembly, module);
            }
        }

        // A module contains those of its own references, so only the ones that no other contains are named.
        var roots = withModule.Where(each => !withModule.Values.Any(other => References(other.Assembly, each.Key)));
        return new(
            compilation.AssemblyName ?? "",
            compilation.GetTypeByMetadataName(ModuleAttribute) is not null,
            roots.Select(each => each.Value.Module).ToEquatableArray());
    }

    private static bool References(IAssemblySymbol assembly, string name) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == name));

    private static string? ModuleOf(IAssemblySymbol assembly) =>
        assembly.GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(ModuleAttribute))
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
            .OfType<INamedTypeSymbol>()
            .Select(type => type.ToTypeName().Source)
            .FirstOrDefault();
}
