namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>An order has come, which may have to wait for another.</summary>
internal sealed record Ordered(string Id, string? After);
