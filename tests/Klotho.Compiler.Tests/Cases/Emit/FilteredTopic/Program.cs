[assembly: Expose("api")]

var app = WebApplication.CreateBuilder(args).Build();
app.MapPost("/orders", async ([PubSub("changed")] ITopic<Changed> changed, [PubSub("told")] ITopic<Changed> told) =>
{
    await changed.PublishAsync(new(1, State.Paid));
    await told.PublishAsync(new(1, State.Sent));
});
app.Run();

public enum State { Made, Paid, Sent }

[FilteredBy(nameof(State))]
public sealed record Changed(int Order, State State);

[ExecUnit("mail")]
public sealed class Mail
{
    [PubSub("changed", Only = [nameof(State.Sent)])]
    public Task Send(Changed order) => Task.CompletedTask;

    [PubSub("changed", Only = [nameof(State.Paid), nameof(State.Sent)])]
    public Task Note(Changed order) => Task.CompletedTask;

    [PubSub("told", Only = [nameof(State.Sent)])]
    public Task Tell(Changed order) => Task.CompletedTask;
}

[ExecUnit("books")]
public sealed class Books
{
    [PubSub("changed", Only = [nameof(State.Paid)])]
    public Task Book(Changed order) => Task.CompletedTask;

    [PubSub("changed")]
    public Task Count(Changed order) => Task.CompletedTask;
}
