var builder = WebApplication.CreateBuilder(args);
builder.Services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
var app = builder.Build();
app.MapPost("/decks", (IRepository<int> decks) => decks.SaveAsync(1));
app.Run();

public interface IRepository<T>
{
    Task SaveAsync(T item);
}

public sealed class Repository<T>([Persist("decks")] IKeyValueStore<string> store) : IRepository<T>
{
    public async Task SaveAsync(T item) => await store.PutAsync("a", $"{item}");
}
