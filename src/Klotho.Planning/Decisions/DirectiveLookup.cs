using Klotho.Planning.Catalogue;
using Klotho.Planning.Configuration;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Decisions;

/// <summary>Finds the setting in effect for a node: its own entry before the defaults of its section.</summary>
internal sealed class DirectiveLookup
{
    private readonly Dictionary<string, Setting> byPath;
    private readonly ILookup<string, Setting> byParent;

    public DirectiveLookup(KlothoConfiguration configuration)
    {
        byPath = configuration.Settings.Items.ToDictionary(setting => setting.Path, StringComparer.Ordinal);
        byParent = configuration.Settings.Items.ToLookup(setting => Parent(setting.Path), StringComparer.Ordinal);
    }

    public static string Section(HostedCapability capability) => string.Join('.', capability.Section);

    public static string Entry(HostedCapability capability, string id) => $"{Section(capability)}.{id}";

    public Setting? OwnType(HostedCapability capability, string id) => byPath.GetValueOrDefault($"{Entry(capability, id)}.type");

    public Setting? DefaultType(HostedCapability capability) => byPath.GetValueOrDefault($"defaults.{Section(capability)}.type");

    public IEnumerable<Setting> OwnParameters(HostedCapability capability, string id) => byParent[$"{Entry(capability, id)}.infra_params"];

    public Setting? Parameter(HostedCapability capability, string id, CandidateType type, string name) =>
        byPath.GetValueOrDefault($"{Entry(capability, id)}.infra_params.{name}") ??
        byPath.GetValueOrDefault($"defaults.{Section(capability)}.infra_params_by_type.{type}.{name}");

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];
}
