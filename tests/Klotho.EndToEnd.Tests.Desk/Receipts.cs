using System.Text;

namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>Signs receipts with a secret and keeps them.</summary>
[ExecUnit("receipts")]
internal sealed class Receipts([Persist("papers")] IBlobStore papers, [Persist("signing-key")] ISecret key) : IReceipts
{
    public async Task<string> WriteAsync(string order, CancellationToken cancel)
    {
        var receipt = $"{order} signed with {await key.ReadAsync(cancel)}";
        await papers.WriteAsync(order, new MemoryStream(Encoding.UTF8.GetBytes(receipt)), cancel: cancel);
        return receipt;
    }
}
