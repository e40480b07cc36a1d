using System.Globalization;
using System.Text.RegularExpressions;
using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;
using Klotho.Planning.Yaml;

namespace Klotho.Planning.Keys;

/// <summary>
/// A key with a text, a whole number or a truth value. <paramref name="Sample"/> fixes which, and is the default
/// where <paramref name="HasDefault"/>.
/// </summary>
/// <param name="Description">One sentence for the JSON Schema.</param>
/// <param name="Sample">A value of the kind that is wanted.</param>
/// <param name="HasDefault">Whether <paramref name="Sample"/> is what holds where nothing is written.</param>
/// <param name="Minimum">The least whole number.</param>
/// <param name="Maximum">The greatest whole number.</param>
/// <param name="Choices">The only values allowed; none means any.</param>
/// <param name="Pattern">What a text must match, and how a sentence says that.</param>
public sealed record ScalarKey(
    string Description,
    ParameterValue Sample,
    bool HasDefault = true,
    long? Minimum = null,
    long? Maximum = null,
    EquatableArray<ParameterValue> Choices = default,
    TextPattern? Pattern = null) : KeySpec(Description)
{
    public static ScalarKey Of(ParameterSpec parameter) =>
        new(parameter.Description, parameter.Default, true, parameter.Minimum, parameter.Maximum, parameter.Choices, parameter.Pattern);

    public override void Check(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        if (value is not YamlScalar scalar || Read(scalar) is not { } read)
        {
            ReportKind(place, value, findings);
        }
        else if (Refusal(read) is { } wanted)
        {
            findings.Diagnostics.Add(KeyRules.NotAllowed.At(scalar.Location, place.Path, scalar.Text, wanted));
        }
        else
        {
            findings.Settings.Add(new(place.Path, read, place.Location, scalar.Location));
        }
    }

    public override void WriteSchema(SchemaWriter schema)
    {
        schema.Text("description", Description);
        schema.Text("type", Sample switch
        {
            ParameterValue.Whole => "integer",
            ParameterValue.Truth => "boolean",
            _ => "string",
        });
        if (HasDefault)
        {
            schema.Value("default", Sample);
        }

        schema.Whole("minimum", Minimum);
        schema.Whole("maximum", Maximum);
        schema.Values("enum", Choices);
        if (Pattern is { } pattern)
        {
            schema.Text("pattern", pattern.Regex);
        }
    }

    private ParameterValue? Read(YamlScalar scalar) => Sample switch
    {
        ParameterValue.Whole => scalar.Whole is { } whole ? new ParameterValue.Whole(whole) : null,
        ParameterValue.Truth => scalar.Truth is { } truth ? new ParameterValue.Truth(truth) : null,
        _ => scalar.IsText ? new ParameterValue.Text(scalar.Text) : null,
    };

    /// <summary>What the value must be, where it is not.</summary>
    public string? Refusal(ParameterValue value)
    {
        if (value.GetType() != Sample.GetType())
        {
            return Kind.Wanted;
        }

        if (Choices.Count > 0 && !Choices.Items.Contains(value))
        {
            var names = Choices.Items.Select(choice => choice.ToString() ?? "").ToArray();
            var all = string.Join(", ", names.Select(name => $"`{name}`"));
            return names.Length == 1 ? all
                : Spelling.Nearest(value.ToString() ?? "", names) is { } nearest ? $"one of {all} (did you mean `{nearest}`?)"
                : $"one of {all}";
        }

        if (value is ParameterValue.Whole { Value: var whole } && (whole < Minimum || whole > Maximum))
        {
            return Range;
        }

        return value is ParameterValue.Text { Value: var text } && Pattern is { } pattern && !Matches(text, pattern.Regex) ? pattern.Meaning : null;
    }

    /// <summary>Here <c>$</c> would also match before a final line break; in JSON Schema's dialect it does not.</summary>
    private static bool Matches(string text, string pattern) =>
        !text.EndsWith('\n') && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant);

    private (string Wanted, string Mending) Kind => Sample switch
    {
        ParameterValue.Whole => ("a whole number", "Write it with digits only and without quotes."),
        ParameterValue.Truth => ("a truth value", "Write `true` or `false`, without quotes."),
        _ => ("a text", "Write it behind the colon, in quotes where it looks like something else."),
    };

    private string Range => string.Create(CultureInfo.InvariantCulture, $"from {Minimum} to {Maximum}");

    private void ReportKind(KeyPlace place, YamlNode value, KeyFindings findings)
    {
        if (value is YamlScalar { IsWhole: true } tooLarge && Sample is ParameterValue.Whole)
        {
            findings.Diagnostics.Add(KeyRules.NotAllowed.At(value.Location, place.Path, tooLarge.Text, Minimum is null ? "a number of 64 bits" : Range));
            return;
        }

        findings.WrongKind(place, value, Kind.Wanted, Kind.Mending);
    }
}
