using System.Globalization;
using System.Text;

namespace Klotho.Benchmarks.Scale;

/// <summary>
/// The source of an application of many functions: each handles a topic, publishes to the next one's, and three share a
/// store. The last topic has no handler, and the first is published by a route.
/// </summary>
internal static class FunctionApp
{
    private const int FunctionsPerStore = 3;

    public static string Source(int functions)
    {
        var text = new StringBuilder("""
            [assembly: Expose("api")]

            var builder = WebApplication.CreateBuilder(args);
            builder.AddKlotho();
            var app = builder.Build();
            app.MapKlotho();
            app.MapPost("/jobs/{id}", async (string id, [PubSub("topic-0000")] ITopic<Work> topic, CancellationToken cancel) => await topic.PublishAsync(new(id), cancel));
            app.Run();

            public sealed record Work(string Id);

            """.ReplaceLineEndings("\n"));
        for (var number = 0; number < functions; number++)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $$"""

                [ExecUnit("function-{{number:0000}}")]
                public sealed class Function{{number:0000}}([Persist("store-{{number / FunctionsPerStore:0000}}")] IKeyValueStore<Work> store, [PubSub("topic-{{number + 1:0000}}")] ITopic<Work> next)
                {
                    [PubSub("topic-{{number:0000}}")]
                    public async Task Handle(Work work, CancellationToken cancel)
                    {
                        await store.PutAsync(work.Id, work, cancel: cancel);
                        await next.PublishAsync(work, cancel);
                    }
                }

                """).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }
}
