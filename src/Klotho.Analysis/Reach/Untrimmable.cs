using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Members of libraries that say of themselves, with the attributes that .NET's own trimmer reads, that they do not work in a trimmed
/// or native program.
/// </summary>
internal sealed class Untrimmable
{
    private const string Unreferenced = "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute";
    private const string Dynamic = "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute";

    /// <summary>Where generators of ASP.NET Core, on in every trimmed web application, take the place of what the members do (learn.microsoft.com/aspnet/core/fundamentals/native-aot, 2026-11-22).</summary>
    private static readonly string[] Generated =
    [
        "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions",
        "Microsoft.Extensions.Configuration.ConfigurationBinder",
        "Microsoft.Extensions.DependencyInjection.OptionsBuilderConfigurationExtensions",
        "Microsoft.Extensions.DependencyInjection.OptionsConfigurationServiceCollectionExtensions",
    ];

    private readonly Dictionary<IMethodSymbol, bool?> known = new(SymbolEqualityComparer.Default);

    /// <summary>Null where a member works everywhere, or whether it fails in native code alone.</summary>
    public bool? OnlyNative(IMethodSymbol method)
    {
        var original = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!known.TryGetValue(original, out var native))
        {
            known[original] = native = Read(original);
        }

        return native;
    }

    private static bool? Read(IMethodSymbol method)
    {
        var marked = method.GetAttributes().Concat(method.ContainingType?.GetAttributes() ?? []).Select(attribute => attribute.AttributeClass).ToList();
        return Generated.Any(type => method.ContainingType.Is(type)) ? null
            : marked.Any(type => type.Is(Unreferenced)) ? false
            : marked.Any(type => type.Is(Dynamic)) ? true
            : null;
    }
}
