using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities;

/// <summary>What Parameter Store gives and costs, for every candidate that keeps a value there.</summary>
internal static class ParameterStore
{
    private const string Advanced = "Advanced";

    public static CostSheet Cost(VariantContext context, ParameterSet parameters)
    {
        var sheet = new CostSheet(context.Facts);
        return parameters.Text("tier") == Advanced ? sheet.Standing("parameter of the Advanced tier", 1, "ssm.advanced") : sheet;
    }

    public static Traits Traits(VariantContext context, ParameterSet parameters) => new(
        LatencyFigures.Of(context.Facts, "parameter"),
        context.Facts.Percent("sla.ssm"),
        ScalesToZero: true,
        MaxPayload: DataSize.OfKiB(parameters.Text("tier") == Advanced ? 8 : 4),
        DataLoss: Duration.Zero,
        Recovery: Duration.Zero);
}
