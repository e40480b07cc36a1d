using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Configuration;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Directives;

/// <summary>Every id that a file mentions must be one that the code declares.</summary>
internal static class MentionCheck
{
    public static IEnumerable<KlothoDiagnostic> Run(KlothoConfiguration configuration, CapabilityGraph graph)
    {
        var declared = graph.Nodes.Items.Select(node => node.Id).ToHashSet();
        return configuration.Mentions.Items
            .Where(mention => !declared.Contains(mention.Node))
            .Select(mention => Report(mention, graph));
    }

    private static KlothoDiagnostic Report(Mention mention, CapabilityGraph graph)
    {
        var known = graph.Nodes.Items.Where(node => node.Id.Kind == mention.Node.Kind).Select(node => node.Id.Name).ToArray();
        var hint = known.Length == 0 ? "It declares none at all: remove the entry, or annotate the code."
            : Spelling.Nearest(mention.Node.Name, known) is { } nearest ? $"Did you mean `{nearest}` (it declares {Spelling.List(known)})?"
            : $"It declares {Spelling.List(known)}.";
        return DirectiveRules.UnknownId.At(mention.Location, mention.Node.Name, mention.Section, hint);
    }
}
