namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>An order, whether the ledger has it in hand, and whether it has seen it.</summary>
internal sealed record Order(string Id, bool Taken = false, bool Seen = false);
