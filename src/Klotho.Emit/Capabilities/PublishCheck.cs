using Klotho.Analysis.Diagnostics;
using Klotho.Planning.Capabilities.ExecUnit;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// Refuses to trim, or to compile to native code, what would not run any more. All units are one assembly, so what stands in the way of
/// one stands in the way of each.
/// </summary>
internal static class PublishCheck
{
    public static IEnumerable<KlothoDiagnostic> Of(NodeLowering node)
    {
        if (node.Decision.Parameter(PublishModes.Key) is not { Value: ParameterValue.Text written } parameter || PublishModes.Read(written.Value) is PublishMode.ReadyToRun)
        {
            return [];
        }

        var native = PublishModes.Read(written.Value) == PublishMode.NativeAot;
        return node.Context.Graph.TrimObstacles.Items
            .Where(obstacle => native || !obstacle.OnlyNative)
            .Select(obstacle => PublishRules.Refused.At(
                parameter.Origin is Origin.Written origin ? [origin.Location, obstacle.Location] : [obstacle.Location],
                node.Id.Name, written.Value, obstacle.What));
    }
}
