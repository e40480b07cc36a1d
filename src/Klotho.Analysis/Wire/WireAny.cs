namespace Klotho.Analysis.Wire;

/// <summary>Any JSON: <c>JsonElement</c>, <c>JsonNode</c>, <c>object</c>.</summary>
public sealed record WireAny : WireShape;
