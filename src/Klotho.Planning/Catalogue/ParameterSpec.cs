using Klotho.Analysis;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// A parameter that a candidate accepts, as klotho.yaml, its JSON Schema and its documentation describe it.
/// <paramref name="Default"/> also fixes the type. <paramref name="Minimum"/> and <paramref name="Maximum"/> bound
/// whole numbers; <paramref name="Choices"/> bounds texts.
/// </summary>
public sealed record ParameterSpec(
    string Name,
    ParameterValue Default,
    string Description,
    long? Minimum = null,
    long? Maximum = null,
    EquatableArray<string> Choices = default);
