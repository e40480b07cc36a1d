[assembly: Expose("api")]

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped<ICounter, Counter>();
var app = builder.Build();
app.MapGet("/{last}", (int last, ICounter counter, CancellationToken cancel) => counter.CountAsync(last, cancel));
app.Run();

public interface ICounter
{
    IAsyncEnumerable<int> CountAsync(int last, CancellationToken cancel = default);
}

[ExecUnit("counter")]
public sealed class Counter : ICounter
{
    public async IAsyncEnumerable<int> CountAsync(int last, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (var number = 1; number <= last; number++)
        {
            await Task.Delay(1000, cancel);
            yield return number;
        }
    }
}
