using Klotho.Compiler.Tests.Harness;
using Klotho.Compiler.Tests.Wiring;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>A message that goes by an outbox is a message that its unit publishes.</summary>
public sealed class OutboxTests
{
    [Theory]
    [InlineData("shop.Publish(placed, new Placed(1))")]
    [InlineData("KlothoOutboxContextExtensions.Publish(message: new Placed(1), context: shop, topic: placed)")]
    public void The_unit_publishes_to_the_topic_and_uses_the_database(string call)
    {
        var app = WiringApp.Compile("Shop", OutputKind.ConsoleApplication, [("Program.cs", $$"""
            using Klotho;
            using Microsoft.EntityFrameworkCore;

            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/orders", async (Shop.Context shop, [PubSub("placed")] ITopic<Shop.Placed> placed) => await new Shop.Desk(shop, placed).Place());
            app.Run();

            namespace Shop
            {
                public sealed record Placed(int Order);

                [Persist("shop")]
                public sealed class Context(DbContextOptions<Context> options) : DbContext(options)
                {
                    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKlothoOutbox();
                }

                public sealed class Desk(Context shop, ITopic<Placed> placed)
                {
                    public async Task Place()
                    {
                        {{call}};
                        await shop.SaveChangesAsync();
                    }
                }

                [ExecUnit("mail")]
                public sealed class Mail
                {
                    [PubSub("placed")]
                    public Task Handle(Placed message) => Task.CompletedTask;
                }
            }
            """)], ReferenceAssemblies.RuntimeOnEntityFramework);
        Assert.Empty(app.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        var result = App.Analyze(app);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(
            ["orm:shop DbContext.Publish", "orm:shop DbContext.Query", "orm:shop DbContext.SaveChangesAsync", "pubsub:placed ITopic.PublishAsync"],
            result.Graph.Edges.Items.Where(edge => edge.From.ToString() == "exec_unit:main")
                .SelectMany(edge => edge.Operations.Items.Select(operation => $"{edge.To} {operation.Name}")).Order(StringComparer.Ordinal));
    }
}
