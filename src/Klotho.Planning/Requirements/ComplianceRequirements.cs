using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>What auditors ask for.</summary>
public static class ComplianceRequirements
{
    private static readonly QuantityFormat Days = new("a number of days", new([QuantityUnit.Whole("d", 1, 5)]));

    public static readonly RequirementKind Kind = new(
        "compliance",
        "What auditors ask for.",
        new(
        [
            new(EncryptionKeys.Parameter, Aspects.KeepsData, new ScalarKey("Whose keys encrypt data at rest.", new ParameterValue.Text(EncryptionKeys.OfProvider),
                    Choices: new([new ParameterValue.Text(EncryptionKeys.Own), new ParameterValue.Text(EncryptionKeys.OfProvider)])),
                line => new EncryptionRequirement(line)),
            new("log_retention", Aspects.WritesLogs, new QuantityKey("How long logs are kept at least.", Days, "365d"),
                line => new LogRetentionRequirement(line, Days.Amount(line.Text))),
        ]));
}
