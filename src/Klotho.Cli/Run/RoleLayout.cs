using System.Security.Cryptography;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Graph;

namespace Klotho.Cli.Run;

/// <summary>Which processes an application is, with ports that stay while a run lasts.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="data">The folder that processes share, if there is one.</param>
internal sealed class RoleLayout(RunOptions options, string? data)
{
    private readonly Dictionary<string, int> ports = new(StringComparer.Ordinal);
    private readonly string token = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <param name="graph">What the code needs.</param>
    /// <param name="limits">The limits that the process with the application's routes is to hold.</param>
    public IReadOnlyList<ProcessRole> Of(CapabilityGraph graph, IReadOnlyDictionary<string, string> limits)
    {
        // The default unit comes first and is the one that people open.
        var units = graph.NodesOf<ExecUnitNode>().OrderByDescending(unit => unit.IsDefault).ThenBy(unit => unit.Id).Select(unit => unit.Id.Name).ToList();
        var added = units.Where(unit => !ports.ContainsKey(unit)).ToList();
        foreach (var (unit, free) in added.Zip(FreePorts.Find(added.Count)))
        {
            ports[unit] = unit == units[0] ? options.Port ?? free : free;
        }

        var roles = options.Split && data is not null
            ? ProcessRoles.Split([.. units.Select(unit => (unit, ports[unit]))], data, token, options.Chaos)
            : [ProcessRoles.Whole(graph.App, data, ports[units[0]], options.Chaos)];
        return [roles[0] with { Variables = roles[0].Variables.Concat(limits).ToDictionary(StringComparer.Ordinal) }, .. roles.Skip(1)];
    }
}
