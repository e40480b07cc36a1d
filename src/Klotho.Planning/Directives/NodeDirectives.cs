using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Directives;

/// <summary>What directives say of one node: its type, the parameters of its own entry, and those of its section's defaults.</summary>
internal sealed class NodeDirectives(string id, HostedCapability capability, DirectiveLookup directives)
{
    private readonly Setting[] own = [.. directives.OwnParameters(capability, id).OrderBy(setting => setting.Name, StringComparer.Ordinal)];

    public Setting? OwnType { get; } = directives.OwnType(capability, id);

    public Setting? DefaultType { get; } = directives.DefaultType(capability);

    /// <summary>The directive that names the type.</summary>
    public Setting? Type => OwnType ?? DefaultType;

    /// <summary>The line that excludes the candidate, or null: another type is asked for, or a parameter that it doesn't take.</summary>
    public Setting? Excludes(Candidate candidate) =>
        Type is { } type && $"{type.Value}" != candidate.Type.Name ? type : Type is null ? own.FirstOrDefault(setting => !Takes(candidate, setting)) : null;

    /// <summary>The values that are fixed for a candidate, sorted by name; its own entry holds before the section's defaults.</summary>
    public EquatableArray<Setting> Fixed(Candidate candidate) => own.Where(setting => Takes(candidate, setting))
        .Concat(directives.DefaultParameters(capability, candidate.Type).Where(setting => !own.Any(one => one.Name == setting.Name)))
        .OrderBy(setting => setting.Name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Parameters of the node's own entry that the type in effect does not take; the entry itself names no type then.</summary>
    public IEnumerable<KlothoDiagnostic> Misfits(Candidate chosen)
    {
        foreach (var setting in own)
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

    private static bool Takes(Candidate candidate, Setting setting) =>
        candidate.Parameters.Items.FirstOrDefault(spec => spec.Name == setting.Name) is { } spec && ScalarKey.Of(spec).Refusal(setting.Value) is null;

    private KlothoDiagnostic Foreign(Setting setting, Candidate chosen, string mending) => DirectiveRules.ForeignParameter.At(
        Type is null ? [setting.KeyLocation] : [setting.KeyLocation, Type.Location],
        setting.Path,
        $"`{id}`",
        $"`{chosen.Type}`",
        Type is null ? "the default" : $"as {Type.Origin} asks",
        mending);
}
