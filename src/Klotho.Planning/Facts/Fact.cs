namespace Klotho.Planning.Facts;

/// <summary>A figure that was taken from elsewhere.</summary>
/// <param name="Name">What it is: <c>lambda.request</c>.</param>
/// <param name="Value">The figure.</param>
/// <param name="Unit">How it is read: <c>USD/million</c>, <c>USD/GB-second</c>, <c>ms</c>, <c>%</c>.</param>
/// <param name="Source">The page that says it.</param>
/// <param name="Date">The day (ISO 8601) on which it was last compared with what is known of it.</param>
/// <param name="Basis">How it got here.</param>
public sealed record Fact(string Name, decimal Value, string Unit, string Source, string Date, FactBasis Basis);
