namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>Writes receipts, in a unit of its own.</summary>
internal interface IReceipts
{
    Task<string> WriteAsync(string order, CancellationToken cancel);
}
