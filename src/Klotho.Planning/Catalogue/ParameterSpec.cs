using Klotho.Analysis.Collections;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// A parameter that a candidate accepts, as klotho.yaml, its JSON Schema and its documentation describe it.
/// <paramref name="Default"/> also fixes the type. <paramref name="Minimum"/> and <paramref name="Maximum"/> bound
/// whole numbers; <paramref name="Choices"/>, where there are any, are the only values allowed;
/// <paramref name="Pattern"/> is what a text must match.
/// </summary>
public sealed record ParameterSpec(
    string Name,
    ParameterValue Default,
    string Description,
    long? Minimum = null,
    long? Maximum = null,
    EquatableArray<ParameterValue> Choices = default,
    TextPattern? Pattern = null)
{
    public static ParameterSpec Whole(string name, long value, long minimum, long maximum, string description) =>
        new(name, new ParameterValue.Whole(value), description, minimum, maximum);

    public static ParameterSpec Choice(string name, string value, IEnumerable<string> choices, string description) =>
        new(name, new ParameterValue.Text(value), description, Choices: choices.Select(ParameterValue (choice) => new ParameterValue.Text(choice)).ToEquatableArray());

    public static ParameterSpec Choice(string name, long value, IEnumerable<long> choices, string description) =>
        new(name, new ParameterValue.Whole(value), description, Choices: choices.Select(ParameterValue (choice) => new ParameterValue.Whole(choice)).ToEquatableArray());

    public static ParameterSpec Truth(string name, bool value, string description) =>
        new(name, new ParameterValue.Truth(value), description);
}
