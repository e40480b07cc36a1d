using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.EndToEnd.Tests.Desk;

/// <summary>Keeps orders in a database, and what was lately asked for in a cache.</summary>
[ExecUnit("archive")]
internal sealed class Archive(RecordsContext records, [Persist("recent")] IDistributedCache recent) : IArchive
{
    [PubSub("ordered")]
    public async Task Handle(Ordered ordered, CancellationToken cancel)
    {
        // A message may come again.
        if (!await records.Records.AnyAsync(record => record.Id == ordered.Id, cancel))
        {
            records.Records.Add(new Record { Id = ordered.Id, Text = $"{ordered.Id} is kept" });
            await records.SaveChangesAsync(cancel);
        }
    }

    public async Task<string?> FindAsync(string order, CancellationToken cancel)
    {
        if (await recent.GetAsync(order, cancel) is { } known)
        {
            return $"{Encoding.UTF8.GetString(known)}, as was asked before";
        }

        var record = await records.Records.SingleOrDefaultAsync(record => record.Id == order, cancel);
        if (record is not null)
        {
            await recent.SetAsync(order, Encoding.UTF8.GetBytes(record.Text), new DistributedCacheEntryOptions(), cancel);
        }

        return record?.Text;
    }
}
