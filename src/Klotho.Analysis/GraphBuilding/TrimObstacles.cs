using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Payloads;
using Klotho.Analysis.Reach;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.GraphBuilding;

/// <summary>
/// Everything that keeps the application from being trimmed or compiled to native code, as far as the code shows it: members that
/// say so, classes built on such, payloads that only reflection can write, and libraries that nobody has declared fit.
/// </summary>
public static class TrimObstacles
{
    /// <summary>The keys of what comes with .NET, whose parts say for each member what they need.</summary>
    private static readonly ImmutableHashSet<string> Framework =
        ImmutableHashSet.Create(StringComparer.Ordinal, "b03f5f7f11d50a3a", "b77a5c561934e089", "cc7b13ffcd2ddd51", "adb9793829ddae60", "31bf3856ad364e35", "7cec85d7bea7798e");

    public static EquatableArray<TrimObstacle> Of(
        SourceProgram program, SourceTypes types, SourceRoot root, FoundAnnotations annotations, EquatableArray<CapabilityEdge> edges, ReachResult reach, SourceLocation? start) =>
        reach.TrimObstacles
            .Concat(Classes(types, root))
            .Concat(Payloads(program, types, annotations, edges))
            .Concat(Libraries(program, start))
            .GroupBy(obstacle => (obstacle.What, obstacle.OnlyNative))
            .Select(same => same.OrderBy(obstacle => obstacle.Location).First())
            .OrderBy(obstacle => obstacle.Location).ThenBy(obstacle => obstacle.What, StringComparer.Ordinal)
            .ToEquatableArray();

    private static IEnumerable<TrimObstacle> Classes(SourceTypes types, SourceRoot root)
    {
        var untrimmable = new Untrimmable();
        return
            from type in types.All
            let parent = type.BaseType
            where parent is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: true }
            let constructors = parent.InstanceConstructors.Where(each => each.DeclaredAccessibility != Accessibility.Private).Select(untrimmable.OnlyNative).ToList()
            where constructors.Count > 0 && constructors.All(native => native is not null)
            select new TrimObstacle(root.At(type.Locations[0]), $"'{type.ToMessage()}' derives from '{parent.ToMessage()}', which finds code by its name", constructors.All(native => native == true));
    }

    private static IEnumerable<TrimObstacle> Payloads(SourceProgram program, SourceTypes types, FoundAnnotations annotations, EquatableArray<CapabilityEdge> edges)
    {
        var contexts = SerializerContexts.Of(program, types);
        return
            from payload in PayloadReading.Types(annotations.Uses, edges)
            where !payload.Type.Is("System.Threading.CancellationToken")
            let obstacle = contexts.ObstacleOf(payload.Type)
            where obstacle is not null
            select new TrimObstacle(payload.Found.Symbol.Location, obstacle, OnlyNative: false);
    }

    private static IEnumerable<TrimObstacle> Libraries(SourceProgram program, SourceLocation? start) => start is null ? [] : program.Compilations
        .SelectMany(compilation => compilation.References.Select(compilation.GetAssemblyOrModuleSymbol))
        .OfType<IAssemblySymbol>()
        .Where(assembly => program.Compilations.All(own => own.AssemblyName != assembly.Name))
        .Where(assembly => !Framework.Contains(string.Concat(assembly.Identity.PublicKeyToken.Select(part => part.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)))))
        .Where(assembly => !assembly.GetAttributes().Any(attribute =>
            attribute.AttributeClass.Is("System.Reflection.AssemblyMetadataAttribute") &&
            attribute.ConstructorArguments.Select(argument => argument.Value as string).SequenceEqual(["IsTrimmable", "True"], StringComparer.OrdinalIgnoreCase)))
        .Select(assembly => new TrimObstacle(start, $"the library {assembly.Name} is not marked as trimmable", OnlyNative: false));
}
