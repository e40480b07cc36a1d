namespace Microsoft.EntityFrameworkCore;

public class DbContext
{
    public Task<int> SaveChangesAsync(CancellationToken cancel = default) => Task.FromResult(0);
}
