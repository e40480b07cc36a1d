using Klotho;

namespace Shop;

public sealed record Message(string Text);

/// <summary>Each of these is an error of the analysis: wiring that leaves it out still compiles.</summary>
public sealed class Wrong<T>([Persist("Not Valid")] IBlobStore invalid, [Persist("of-t")] IKeyValueStore<T> open)
{
    public object[] All => [invalid, open];

    [PubSub("generic-class")]
    public Task Handle(Message message) => Task.CompletedTask;
}

public sealed class Hiding([Persist("good")] IBlobStore good)
{
    public IBlobStore Good => good;

    [PubSub("private")]
    private Task Handle(Message message) => Task.CompletedTask;

    [PubSub("no-message")]
    public Task None() => Task.CompletedTask;

    [PubSub("void")]
    public void Nothing(Message message)
    {
    }

    [PubSub("static")]
    public static Task Static(Message message) => Task.CompletedTask;

    [Schedule("bad-cron", "every day")]
    public Task Run() => Task.CompletedTask;

    private sealed record Secret(string Text);

    private sealed class Inner([Persist("of-secret")] IKeyValueStore<Secret> store)
    {
        public object Store => store;

        [PubSub("inner")]
        public Task Handle(Message message) => Task.CompletedTask;
    }

    public object Use() => new Func<IKeyValueStore<Secret>, Inner>(store => new Inner(store));
}

[ExecUnit("abstract")]
public abstract class Abstract;

[ExecUnit("open")]
public sealed class Open<T>
{
    public T? Value { get; set; }
}

[ExecUnit("file-local")]
file sealed class FileLocal;

[Persist("not-a-context")]
public sealed class NotAContext;
