using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Wrong annotations are shown where they are wrong.</summary>
public sealed class AnnotationTests
{
    [Theory]
    [InlineData("Slides")]
    [InlineData("9slides")]
    [InlineData("slide_store")]
    [InlineData("")]
    [InlineData("a2345678901234567890123456789012345678901")]
    public void An_invalid_id_is_an_error_at_the_id(string id) =>
        Squiggle.Check($"class Store([Persist(⟦KL1001:\"{id}\"⟧)] IBlobStore blobs) {{ IBlobStore Blobs => blobs; }}");

    [Fact]
    public void An_annotation_on_a_wrong_type_is_an_error_at_the_type()
    {
        Squiggle.Check("class Store([Persist(\"images\")] ⟦KL1003:string⟧ name) { string Name => name; }");
        Squiggle.Check("class Store([PubSub(\"images\")] ⟦KL1003:IBlobStore⟧ topic) { object Name => topic; }");
        Squiggle.Check("class Store([Config(\"images\")] ⟦KL1003:int⟧ size) { int Size => size; }");
    }

    [Fact]
    public void A_plain_key_on_something_else_is_not_ours() =>
        Assert.Empty(App.Analyze("class Store([FromKeyedServices(\"Any Key\")] string name) { string Name => name; }").Diagnostics);

    [Fact]
    public void An_id_of_two_kinds_is_an_error_that_shows_both()
    {
        var result = Squiggle.Check("""
            class Store(
                [Persist("slides")] IBlobStore images,
                [⟦KL1002:Persist("slides")⟧] IKeyValueStore<string> slides)
            { object[] All => [images, slides]; }
            """);

        var conflict = result.Diagnostics.Items.Single(diagnostic => diagnostic.Rule.Code.Value == "KL1002");
        Assert.Equal([3, 2], conflict.Locations.Items.Select(location => location.Line));
    }

    [Fact]
    public void Two_value_types_of_one_store_are_an_error_that_shows_both()
    {
        var result = Squiggle.Check("""
            class Store(
                [Persist("slides")] IKeyValueStore<string> texts,
                [⟦KL1004:Persist("slides")⟧] IKeyValueStore<int> numbers)
            { object[] All => [texts, numbers]; }
            """);

        Assert.Contains("'int'", result.Diagnostics.Items.Single(each => each.Rule.Code.Value == "KL1004").Message);
    }

    [Fact]
    public void A_unit_must_be_a_class_that_can_be_created()
    {
        Squiggle.Check("[ExecUnit(\"ocr\")] abstract class ⟦KL1010:Worker⟧;");
        Squiggle.Check("[ExecUnit(\"ocr\")] static class ⟦KL1010:Worker⟧;");
        Squiggle.Check("[ExecUnit(\"ocr\")] class ⟦KL1010:Worker⟧<T>;");
    }

    [Theory]
    [InlineData("public void ⟦KL1020:Handle⟧(string message) { }")]
    [InlineData("public Task ⟦KL1020:Handle⟧() => Task.CompletedTask;")]
    [InlineData("public Task ⟦KL1020:Handle⟧(string message, int more) => Task.CompletedTask;")]
    [InlineData("public Task ⟦KL1020:Handle⟧(in int message) => Task.CompletedTask;")]
    [InlineData("public static Task ⟦KL1020:Handle⟧(string message) => Task.CompletedTask;")]
    [InlineData("private Task ⟦KL1020:Handle⟧(string message) => Task.CompletedTask;")]
    [InlineData("public Task ⟦KL1020:Handle⟧<T>(T message) => Task.CompletedTask;")]
    [InlineData("public Task<int> ⟦KL1020:Handle⟧(string message) => Task.FromResult(1);")]
    public void A_handler_has_a_signature_that_can_be_called(string method)
    {
        var result = Squiggle.Check($"class Worker([PubSub(\"news\")] ITopic<string> topic) {{ [PubSub(\"news\")] {method} object Topic => topic; }}");

        // Nobody is told besides that the topic has no handler.
        Assert.Equal(["KL1020"], result.Diagnostics.Items.Select(each => each.Rule.Code.Value));
    }

    [Fact]
    public void A_handler_that_cannot_be_called_hides_no_other_topic_without_one() =>
        Squiggle.Check("""
            class Worker([PubSub("news")] ITopic<string> topic, [⟦KL1023:PubSub("sport")⟧] ITopic<string> other)
            {
                [PubSub("news")] public void ⟦KL1020:Handle⟧(string message) { }
                object[] All => [topic, other];
            }
            """);

    [Fact]
    public void A_handler_takes_the_message_that_is_published() =>
        Squiggle.Check("""
            class Worker([PubSub("news")] ITopic<string> topic)
            {
                [PubSub("news")] public Task ⟦KL1021:Handle⟧(int message) => Task.CompletedTask;
                object Topic => topic;
            }
            """);

    [Fact]
    public void A_topic_that_nobody_publishes_suggests_the_one_that_was_meant()
    {
        var result = Squiggle.Check("""
            class Worker([PubSub("slide-uploaded")] ITopic<string> topic)
            {
                [⟦KL1022:PubSub("slide-upload")⟧] public Task Handle(string message) => Task.CompletedTask;
                object Topic => topic;
            }
            """);

        Assert.Contains("Did you mean \"slide-uploaded\"?", result.Diagnostics.Items.Single(each => each.Rule.Code.Value == "KL1022").Message);
    }

    [Fact]
    public void A_topic_without_subscriber_is_told() =>
        Squiggle.Check("class Worker([⟦KL1023:PubSub(\"news\")⟧] ITopic<string> topic) { Task Tell() => topic.PublishAsync(\"\").AsTask(); }");

    [Theory]
    [InlineData("public Task ⟦KL1030:Run⟧(int count) => Task.CompletedTask;")]
    [InlineData("public void ⟦KL1030:Run⟧() { }")]
    public void A_scheduled_method_has_a_signature_that_can_be_called(string method) =>
        Squiggle.Check($"class Cleanup {{ [Schedule(\"nightly\", \"0 3 * * *\")] {method} }}");

    [Theory]
    [InlineData("* * * *")]
    [InlineData("60 * * * *")]
    [InlineData("0 3 * * MOO")]
    [InlineData("0 5-3 * * *")]
    [InlineData("*/0 * * * *")]
    [InlineData("@daily")]
    public void A_cron_expression_that_no_host_understands_is_an_error_at_the_expression(string cron) =>
        Squiggle.Check($"class Cleanup {{ [Schedule(\"nightly\", ⟦KL1031:\"{cron}\"⟧)] public Task Run() => Task.CompletedTask; }}");

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0 3 1,15 JAN-MAR MON-FRI")]
    [InlineData("0 0-23/2 * * 7")]
    public void A_cron_expression_of_five_fields_is_fine(string cron) =>
        Assert.Empty(App.Analyze($"class Cleanup {{ [Schedule(\"nightly\", \"{cron}\")] public Task Run() => Task.CompletedTask; }}").Diagnostics);

    [Theory]
    [InlineData("/var/www")]
    [InlineData("../web")]
    [InlineData("web/../../dist")]
    [InlineData("C:/web")]
    public void A_folder_outside_the_project_is_an_error_at_the_folder(string folder)
    {
        Squiggle.Check($"[assembly: StaticUnit(\"web\", ⟦KL1005:\"{folder}\"⟧)]");
        Squiggle.Check($"[assembly: EmbedAssets(\"files\", ⟦KL1005:\"{folder}\"⟧)]");
        Squiggle.Check($"[assembly: StaticUnit(\"web\", \"dist\", BuildDirectory = ⟦KL1005:\"{folder}\"⟧)]");
    }

    [Fact]
    public void A_second_gateway_is_an_error()
    {
        var library = App.Library("Lib", "[assembly: Expose(\"one\")]");
        var result = App.Analyze(App.Compile([("Program.cs", "[assembly: Expose(\"two\")]")], library));

        Assert.Equal(["KL1040"], result.Diagnostics.Items.Select(each => each.Rule.Code.Value));
        Assert.Equal(2, result.Diagnostics[0].Locations.Count);
    }
}
