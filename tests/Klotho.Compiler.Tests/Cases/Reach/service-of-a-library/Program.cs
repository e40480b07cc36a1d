// The unit asks for an interface that is not of the source; the class behind it runs there all the same.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IProgress<int>, Progress>();
builder.Build().Run();

public sealed class Progress([Persist("decks")] IKeyValueStore<int> store) : IProgress<int>
{
    public void Report(int value) => store.PutAsync("progress", value).AsTask().Wait();
}

[ExecUnit("nightly")]
public sealed class Nightly(IProgress<int> progress)
{
    [Schedule("each-night", "0 3 * * *")]
    public Task Run(CancellationToken cancel)
    {
        progress.Report(1);
        return Task.CompletedTask;
    }
}
