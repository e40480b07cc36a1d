namespace Klotho.Compiler.Tests.Emit;

/// <summary>The store of <c>[Idempotent]</c>, whose entries end by themselves: the table removes them, and the unit may do no more than handle once.</summary>
public sealed class InboxEmissionTests
{
    [Fact]
    public void The_table_of_an_inbox_removes_what_has_ended()
    {
        var resources = EmitCase.RunText(
            """
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapPost("/paid", async ([PubSub("paid")] ITopic<Paid> paid, [Persist("stays")] IKeyValueStore<string> stays) =>
            {
                await stays.PutAsync("a", "b");
                await paid.PublishAsync(new("1"));
            });
            app.Run();
            record Paid(string Order);
            [ExecUnit("mail")]
            class Mail
            {
                [Idempotent, PubSub("paid")]
                public Task Handle(Paid paid) => Task.CompletedTask;
            }
            """,
            "").Resources;
        Assert.NotNull(resources);
        var text = ResourceText.Of(resources, []);

        Assert.Contains("ttl: { attributeName: expires, enabled: true }", Table("mail-inbox"), StringComparison.Ordinal);
        Assert.DoesNotContain("ttl", Table("stays"), StringComparison.Ordinal);
        Assert.Contains("Action: [dynamodb:DeleteItem, dynamodb:GetItem, dynamodb:PutItem], Resource: [${mail-inbox.arn}]", text, StringComparison.Ordinal);

        string Table(string name) => ResourceText.Of(resources with { Resources = new([.. resources.Resources.Items.Where(each => each.Name.Value == name)]) }, []);
    }
}
