using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;
using Klotho.Compiler.Tests.Wiring;
using Klotho.Emit;
using Klotho.Emit.Resources;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What invokes a function with an outbox while nobody else does: the functions that have it, how often, and what it may do.</summary>
public sealed class OutboxEmissionTests
{
    private static readonly Lazy<AnalysisResult> Shop = new(() => Analyze("shop.Publish(placed, order)"));

    [Fact]
    public void A_function_that_publishes_by_an_outbox_is_invoked_by_a_schedule_which_may_do_that_and_no_more()
    {
        var resources = Emit(Shop.Value, "persisted: {orm: {shop: {type: rds_postgres}}}\n");

        Assert.Equal(["main-sweep"], resources.Resources.Items.Where(each => each.Type.Value == "aws:scheduler/schedule:Schedule").Select(each => each.Name.Value));
        var schedule = Text(resources, "main-sweep");
        Assert.Contains("scheduleExpression: rate(5 minutes)", schedule, StringComparison.Ordinal);
        Assert.Contains("klotho.sweep", schedule, StringComparison.Ordinal);
        Assert.Contains("retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 }", schedule, StringComparison.Ordinal);
        Assert.DoesNotContain("deadLetterConfig", schedule, StringComparison.Ordinal);
        Assert.Contains("Statement: [{ Effect: Allow, Action: [lambda:InvokeFunction], Resource: [${main.arn}] }]", Text(resources, "main-sweep-permissions"), StringComparison.Ordinal);
        Assert.Contains("scheduler.amazonaws.com", Text(resources, "main-sweep-role"), StringComparison.Ordinal);
        Assert.Contains("aws:SourceArn", Text(resources, "main-sweep-role"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_that_pauses_has_the_time_to() =>
        Assert.Contains("scheduleExpression: rate(1 hour)", Text(Emit(Shop.Value, "persisted: {orm: {shop: {type: aurora_serverless}}}\n"), "main-sweep"), StringComparison.Ordinal);

    [Theory]
    [InlineData("defaults: {execution_units: {type: fargate}}\n")]
    [InlineData("defaults: {execution_units: {type: kubernetes}}\n")]
    public void Hosts_that_do_not_freeze_a_process_need_no_schedule(string yaml) =>
        Assert.DoesNotContain("sweep", ResourceText.Of(Emit(Shop.Value, yaml), []), StringComparison.Ordinal);

    [Fact]
    public void Who_publishes_without_an_outbox_gets_none() =>
        Assert.DoesNotContain("sweep", ResourceText.Of(Emit(Analyze("await placed.PublishAsync(order)"), ""), []), StringComparison.Ordinal);

    private static ResourceGraph Emit(AnalysisResult analysis, string yaml)
    {
        var result = EmitCase.Run(analysis, yaml, CapabilityCatalogue.All);
        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Resources);
        return result.Resources;
    }

    private static string Text(ResourceGraph resources, string name) =>
        ResourceText.Of(new(new([.. resources.Resources.Items.Where(resource => resource.Name.Value == name)]), default), []);

    private static AnalysisResult Analyze(string publish)
    {
        var app = WiringApp.Compile("Shop", OutputKind.ConsoleApplication, [("Program.cs", $$"""
            using Klotho;
            using Microsoft.EntityFrameworkCore;

            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/orders", async (Shop.Context shop, Shop.Placed order, [PubSub("placed")] ITopic<Shop.Placed> placed) =>
            {
                {{publish}};
                await shop.SaveChangesAsync();
            });
            app.Run();

            namespace Shop
            {
                public sealed record Placed(int Order);

                [Persist("shop")]
                public sealed class Context(DbContextOptions<Context> options) : DbContext(options)
                {
                    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddKlothoOutbox();
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
        return App.Analyze(app);
    }
}
