using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Decisions;

/// <summary>Decides how one node is hosted: catalogue default, then what the code suggests, then directives, the later winning.</summary>
internal sealed class NodeDecision(CapabilityNode node, HostedCapability capability, CapabilityGraph graph, DirectiveLookup directives)
{
    private readonly string id = node.Id.Name;

    private Setting? TypeSetting => directives.OwnType(capability, id) ?? directives.DefaultType(capability);

    private Candidate Chosen => TypeSetting is { } setting && capability.Find($"{setting.Value}") is { } asked ? asked : capability.Default;

    public Decision Decide()
    {
        var chosen = Chosen;
        var inferred = chosen.Infer(node, graph).ToDictionary(value => value.Name, StringComparer.Ordinal);
        return new(
            node.Id,
            chosen.Type,
            chosen.Parameters.Items.Select(spec => Resolve(chosen, spec, inferred.GetValueOrDefault(spec.Name))).ToEquatableArray(),
            Reason(chosen),
            TypeSetting?.Origin ?? new Origin.CatalogueDefault(),
            capability.Candidates.Items.Where(other => other != chosen).Select(Reject).ToEquatableArray());
    }

    /// <summary>Parameters of the node's own entry that the type in effect does not take; the entry itself names no type then.</summary>
    public IEnumerable<KlothoDiagnostic> Check()
    {
        var chosen = Chosen;
        foreach (var setting in directives.OwnParameters(capability, id))
        {
            var spec = chosen.Parameters.Items.FirstOrDefault(spec => spec.Name == setting.Name);
            if (spec is null)
            {
                var known = chosen.Parameters.Items.Select(parameter => parameter.Name).ToArray();
                yield return Foreign(setting, chosen, Spelling.Hint(setting.Name, known, "It takes no parameters: remove it."));
            }
            else if (ScalarKey.Of(spec).Refusal(setting.Value) is { } wanted)
            {
                yield return Foreign(setting, chosen, $"There it must be {wanted}.");
            }
        }
    }

    private KlothoDiagnostic Foreign(Setting setting, Candidate chosen, string mending)
    {
        var type = TypeSetting;
        return DirectiveRules.ForeignParameter.At(
            type is null ? [setting.KeyLocation] : [setting.KeyLocation, type.Location],
            setting.Path,
            $"`{id}`",
            $"`{chosen.Type}`",
            type is null ? "the default" : $"as {type.Origin} asks",
            mending);
    }

    private Parameter Resolve(Candidate chosen, ParameterSpec spec, InferredParameter? inferred)
    {
        if (directives.Parameter(capability, id, chosen.Type, spec.Name) is { } setting)
        {
            return new(spec.Name, setting.Value, setting.Origin);
        }

        return inferred is null
            ? new(spec.Name, spec.Default, new Origin.CatalogueDefault())
            : new(spec.Name, inferred.Value, new Origin.Written(inferred.Cause));
    }

    private string Reason(Candidate chosen) =>
        directives.OwnType(capability, id) is { } own ? $"{own.Origin} asks for it"
        : directives.DefaultType(capability) is { } general ? $"{general.Origin} asks for it for all {capability.Noun}"
        : $"default for {capability.Noun}: {chosen.DefaultReason}";

    private RejectedAlternative Reject(Candidate other) =>
        new(other.Type, TypeSetting is { } setting ? $"{setting.Origin} asks for {setting.Value}" : other.Drawback);
}
