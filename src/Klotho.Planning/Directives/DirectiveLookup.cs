using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Directives;

/// <summary>Finds the setting in effect for a node: its own entry before the defaults of its section.</summary>
internal sealed class DirectiveLookup
{
    private readonly Dictionary<string, Setting> byPath;
    private readonly ILookup<string, Setting> byParent;

    public DirectiveLookup(IEnumerable<Setting> settings)
    {
        byPath = settings.ToDictionary(setting => setting.Path, StringComparer.Ordinal);
        byParent = byPath.Values.ToLookup(setting => Parent(setting.Path), StringComparer.Ordinal);
    }

    public static string Section(HostedCapability capability) => string.Join('.', capability.Section);

    public static string Entry(HostedCapability capability, string id) => $"{Section(capability)}.{id}";

    public Setting? OwnType(HostedCapability capability, string id) => byPath.GetValueOrDefault($"{Entry(capability, id)}.type");

    public Setting? DefaultType(HostedCapability capability) => byPath.GetValueOrDefault($"defaults.{Section(capability)}.type");

    public IEnumerable<Setting> OwnParameters(HostedCapability capability, string id) => byParent[$"{Entry(capability, id)}.infra_params"];

    public IEnumerable<Setting> DefaultParameters(HostedCapability capability, CandidateType type) =>
        byParent[$"defaults.{Section(capability)}.infra_params_by_type.{type}"];

    private static string Parent(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];
}
