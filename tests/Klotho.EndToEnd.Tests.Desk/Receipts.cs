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

    public async Task<string?> FindAsync(string paper, CancellationToken cancel)
    {
        await using var found = await papers.ReadAsync(paper, cancel);
        return found is null ? null : await new StreamReader(found.Content).ReadToEndAsync(cancel);
    }
}
