namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// Units that are alike, with names that are also words of resources, of descriptions and of each other: a class that they
/// share has to tell a name from a word.
/// </summary>
internal static class WordyApp
{
    private static readonly (string Unit, string Store, string Topic)[] Names =
    [
        ("orders", "role", "topic"), ("queue", "image", "errors"), ("logs", "policy", "unit"), ("the-unit", "function", "dead-letters"), ("billing", "billing-words", "name"),
    ];

    public static string Source => string.Concat(Names.Select((names, index) => $$"""

        [ExecUnit("{{names.Unit}}")]
        public sealed class Unit{{index}}([Persist("{{names.Store}}")] IKeyValueStore<Work> store, [PubSub("{{Names[(index + 1) % Names.Length].Topic}}")] ITopic<Work> next)
        {
            [PubSub("{{names.Topic}}")]
            public async Task Handle(Work work, CancellationToken cancel)
            {
                await store.PutAsync(work.Id, work, cancel: cancel);
                await next.PublishAsync(work, cancel);
            }
        }

        """)).Insert(0, """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        builder.Build().Run();

        public sealed record Work(string Id);

        """);
}
