using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The classes of which the start of a process makes objects in factories of services alone: there are none before somebody asks for the service.</summary>
internal static class FactoryMade
{
    public static IEnumerable<ISymbol> Of(UnitClosure start, ReachInput input)
    {
        var summaries = start.Bodies.Select(body => body.Summary).ToList();
        var factories = summaries.SelectMany(summary => summary.Factories).Where(factory => factory.Registration is not null).ToLookup(factory => factory.Function.SyntaxTree, factory => factory.Function.Span);
        if (factories.Count == 0 || summaries.Any(summary => summary.Requested.Any(each => !IsWithin(each.At)) || summary.Reflections.Count > 0))
        {
            return [];
        }

        var found = new HashSet<ISymbol>(summaries.SelectMany(summary => summary.Made).Where(each => IsWithin(each.At)).Select(each => each.Type), SymbolEqualityComparer.Default);
        foreach (var summary in summaries)
        {
            found.ExceptWith(summary.Made.Concat(summary.Created).Concat(summary.Exposed).Concat(summary.Registered).Where(each => !IsWithin(each.At)).Select(each => each.Type));
            found.ExceptWith(summary.Handed.Concat(summary.Serialized).SelectMany(each => SerializedTypes.Of(each.Type, input.Program, input.Types)));
        }

        // What dependency injection makes for code that the framework calls as the process starts.
        var injected = start.Bodies.Where(body => body.IsOpen).SelectMany(body => body.Summary.Injected).Select(each => each.Service.Type).OfType<INamedTypeSymbol>().ToList();
        found.ExceptWith(injected.SelectMany(input.Types.HeirsOf).Concat(injected.Select(type => type.OriginalDefinition)));
        foreach (var type in start.Alive.OfType<INamedTypeSymbol>().Where(type => !found.Contains(type)).ToList())
        {
            for (var current = type.BaseType; current is not null; current = current.BaseType)
            {
                found.Remove(current.OriginalDefinition);
            }
        }

        return found;

        bool IsWithin(Location at) => at.SourceTree is { } tree && factories[tree].Any(span => span.Contains(at.SourceSpan));
    }
}
