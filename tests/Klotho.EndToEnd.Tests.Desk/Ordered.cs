namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>An order has come.</summary>
internal sealed record Ordered(string Id);
