using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Which keys of configuration each unit reads. What the entry point runs, every process runs, of whichever unit.</summary>
internal static class ConfigurationFindings
{
    public static EquatableArray<ConfigurationRead> Of(IReadOnlyList<UnitClosure> closures, ReachInput input)
    {
        var bindings = closures.SelectMany(closure => closure.Remarkable).SelectMany(body => body.Summary.OptionBindings)
            .ToLookup(binding => binding.Options, binding => binding.Section, SymbolEqualityComparer.Default);
        var entry = input.Program.App.GetEntryPoint(CancellationToken.None);
        var start = closures[0].Remarkable.Where(body => SymbolEqualityComparer.Default.Equals(body.Root.Method, entry)).ToList();
        return closures
            .SelectMany(closure => closure.Remarkable.Concat(start).SelectMany(body => Keys(body, bindings).Select(each =>
                new ConfigurationRead(closure.Unit, each.Key, body.PathTo(new(each.Key, input.Root.At(each.At)))))))
            .GroupBy(read => (read.Unit, read.Key))
            .Select(group => group.OrderBy(read => read.Witness.Count).ThenBy(read => string.Join("|", read.Witness.Items), StringComparer.Ordinal).First())
            .OrderBy(read => read.Unit)
            .ThenBy(read => read.Key, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static IEnumerable<(string Key, Location At)> Keys(ReachedBody body, ILookup<ISymbol?, string> bindings) =>
        body.Summary.ConfigurationKeys.Concat(
            from use in body.Summary.OptionUses
            from section in bindings[use.Options].Distinct()
            from key in OptionKeys.Of(use.Options, section)
            select (key, use.At));
}
