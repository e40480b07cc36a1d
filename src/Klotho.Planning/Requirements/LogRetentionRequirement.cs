using System.Globalization;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Requirements;

/// <summary>For how many days logs are kept at least.</summary>
public sealed record LogRetentionRequirement(RequirementLine Line, long Days) : Requirement(Line)
{
    /// <summary>The parameter of every candidate that writes logs.</summary>
    public const string Parameter = "log_retention_days";

    /// <summary>A variant that does not name the parameter has the value that a directive fixes, if one does.</summary>
    public override Shortfall? Judge(Variant variant, VariantContext context) =>
        (variant.Parameters.Items.FirstOrDefault(parameter => parameter.Name == Parameter)?.Value ?? context.Fixed(Parameter)) is ParameterValue.Whole { Value: var kept } && kept < Days
            ? Misses(string.Create(CultureInfo.InvariantCulture, $"{kept}d"), 1 - ((decimal)kept / Days))
            : null;

    public override Wish Ask(Wish wish) => wish with { LogRetentionDays = Days };
}
