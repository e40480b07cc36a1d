namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>An order, and whether the ledger has seen it.</summary>
internal sealed record Order(string Id, bool Seen);
