namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>Writes receipts and finds papers, in a unit of its own.</summary>
internal interface IReceipts
{
    Task<string> WriteAsync(string order, CancellationToken cancel);

    Task<string?> FindAsync(string paper, CancellationToken cancel);
}
