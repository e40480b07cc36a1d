using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>The parameters of one candidate.</summary>
public sealed record ParametersKey(Candidate Candidate) : MappingKey(
    $"Parameters of {Candidate.Title}.",
    Candidate.Parameters.Items.Select(parameter => new NamedKey(parameter.Name, ScalarKey.Of(parameter))).ToEquatableArray())
{
    /// <summary>Whether the parameter exists, and if so whether the value is allowed: for a setting of another file.</summary>
    protected override void ReportUnknown(KeyPlace place, YamlScalar key, KeyFindings findings)
    {
        var known = Candidate.Parameters.Items.Select(parameter => parameter.Name).ToArray();
        findings.Diagnostics.Add(KeyRules.UnknownParameter.At(
            key.Location, Candidate.Type.Name, key.Text, Spelling.Hint(key.Text, known, "It takes no parameters: remove it.")));
    }
}
