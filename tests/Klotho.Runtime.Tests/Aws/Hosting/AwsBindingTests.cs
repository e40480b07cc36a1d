using System.Text.RegularExpressions;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Bindings as configuration and emitted infrastructure write them. Nothing here goes over a network.</summary>
public sealed partial class AwsBindingTests
{
    private const string Topic = "sns://arn:aws:sns:eu-central-1:123456789012:notes-1a2b";
    private const string Queue = "sqs://arn:aws:sqs:eu-central-1:123456789012:notes-ocr-1a2b";

    private static readonly Declaration[] Declarations =
    [
        new KeyValueDeclaration<string>("slide-meta"), new BlobDeclaration("images"), new TopicDeclaration<string>("slide-read"),
        new UnitDeclaration<object>("ocr"),
        new SubscriptionDeclaration<object, string>("slide-read", "ocr", "Worker.Handle", (_, _, _, _) => ValueTask.CompletedTask),
    ];

    [Theory]
    [InlineData("Klotho:Persist:slide-meta", "dynamodb://")]
    [InlineData("Klotho:Persist:slide-meta", "dynamodb://a/b")]
    [InlineData("Klotho:Persist:slide-meta", "s3://a-bucket")]
    [InlineData("Klotho:Persist:slide-meta", "a-table")]
    [InlineData("Klotho:Persist:images", "s3://")]
    [InlineData("Klotho:Persist:images", "s3://Capitals")]
    [InlineData("Klotho:Persist:images", "s3:bucket")]
    [InlineData("Klotho:PubSub:slide-read", "sns://notes")]
    [InlineData("Klotho:PubSub:slide-read", "sns://arn:aws:sqs:eu-central-1:123456789012:notes")]
    [InlineData("Klotho:PubSub:slide-read", "sns://arn:aws:sns:::notes")]
    [InlineData("Klotho:PubSub:slide-read", "sqs://notes")]
    [InlineData("Klotho:PubSub:slide-read", "sqs://arn:aws:sns:eu-central-1:123456789012:notes")]
    [InlineData("Klotho:PubSub:slide-read", Queue + "?envelope=eventbridge")]
    [InlineData("Klotho:PubSub:slide-read", Topic + "?claims=Capitals/notes")]
    [InlineData("Klotho:PubSub:slide-read", Topic + "?claim=bucket")]
    [InlineData("Klotho:Subscriptions:slide-read", Queue + "?claims=/notes")]
    [InlineData("Klotho:PubSub:slide-read", "eventbridge://bus?source=klotho.app")]
    [InlineData("Klotho:PubSub:slide-read", "eventbridge://arn:aws:events:eu-central-1:123456789012:event-bus/notes")]
    [InlineData("Klotho:PubSub:slide-read", "eventbridge://arn:aws:events:eu-central-1:123456789012:event-bus/notes?sauce=klotho.app")]
    [InlineData("Klotho:PubSub:slide-read", "eventbridge://arn:aws:sns:eu-central-1:123456789012:notes?source=klotho.app")]
    [InlineData("Klotho:Subscriptions:slide-read", "sqs://notes")]
    [InlineData("Klotho:Subscriptions:slide-read", Queue + "?envelope=other")]
    [InlineData("Klotho:Subscriptions:slide-read", Queue + "?format=raw")]
    [InlineData("Klotho:Subscriptions:slide-read", "sns://arn:aws:sqs:eu-central-1:123456789012:notes")]
    public async Task A_malformed_binding_stops_the_start_and_its_key_is_named(string key, string binding)
    {
        var settings = new Dictionary<string, string?> { ["Klotho:PubSub:slide-read"] = Topic, ["Klotho:Subscriptions:slide-read"] = Queue, [key] = binding };

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(settings));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_on_a_topic_of_AWS_needs_a_queue()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new() { ["Klotho:PubSub:slide-read"] = Topic }));

        Assert.Contains("Worker.Handle", error.Message, StringComparison.Ordinal);
        Assert.Contains("Klotho:Subscriptions:slide-read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_opens_what_it_is_bound_to_under_the_names_of_environment_variables()
    {
        await using var main = await StartAsync(new()
        {
            ["Klotho:Unit"] = "main",
            ["Klotho:Persist:slide_meta"] = "dynamodb://Slide-Meta_1",
            ["Klotho:Persist:images"] = "s3://images-1a2b/some/prefix",
            ["Klotho:PubSub:slide_read"] = Topic,
        });

        Assert.IsType<DynamoDbKeyValueDriver>(main.Keyed<IKeyValueDriver>("slide-meta"));
        Assert.IsType<S3BlobDriver>(main.Keyed<IBlobDriver>("images"));
        Assert.IsType<AwsTopicDriver>(main.Keyed<ITopicDriver>("slide-read"));
    }

    [Fact]
    public void A_unit_that_only_subscribes_opens_its_queue()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Klotho:Unit"] = "ocr", ["Klotho:Subscriptions:slide_read"] = Queue });
        builder.AddKlotho(new KlothoModule(typeof(AwsBindingTests).Assembly, Declarations)).AddKlothoAws();
        using var host = builder.Build();

        Assert.IsType<AwsTopicDriver>(host.Services.GetRequiredKeyedService<ITopicDriver>("slide-read"));
    }

    /// <summary>The golden cases of the emitter hold every name that a unit's environment is given.</summary>
    [Fact]
    public void The_names_that_the_emitter_writes_are_those_that_the_runtime_reads()
    {
        var cases = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../Klotho.Compiler.Tests/Cases/Emit"));
        var emitted = Directory.EnumerateFiles(cases, "resources.txt", SearchOption.AllDirectories)
            .SelectMany(file => Variable.Matches(File.ReadAllText(file)))
            .Select(match => (Section: match.Groups["section"].Value, Id: match.Groups["id"].Value.Replace('_', '-'), Scheme: match.Groups["scheme"].Value, Name: match.Groups["name"].Value))
            .Distinct().ToList();
        string[] schemes = ["dynamodb", "s3", "sns", "sqs"];

        foreach (var (section, id, scheme, name) in emitted.Where(variable => schemes.Contains(variable.Scheme)))
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(name.Replace("__", ":"), $"{scheme}://target")]).Build();

            Assert.Equal(new ResourceBinding($"Klotho:{section}:{id}", scheme, "target"), ResourceBinding.Find(configuration, section, id));
        }

        Assert.Superset(
            new HashSet<string> { "Persist dynamodb", "Subscriptions sqs" },
            emitted.Select(variable => $"{variable.Section} {variable.Scheme}").ToHashSet());
    }

    /// <summary>What the golden case of a bus binds its units to, with names where deploying would put them.</summary>
    [Fact]
    public void The_bindings_of_a_bus_that_the_emitter_writes_open()
    {
        var resources = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "../../../../Klotho.Compiler.Tests/Cases/Emit/Bus/resources.txt"));
        var published = Bus.Match(resources).Groups;
        var received = QueueOfBus.Match(resources).Groups;
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Klotho:PubSub:order_paid"] = $"eventbridge://arn:aws:events:eu-central-1:123456789012:event-bus/{published["bus"]}{published["options"]}",
            ["Klotho:Subscriptions:order_paid"] = $"{Queue}{received["options"]}",
        });
        Declaration[] declarations =
        [
            new TopicDeclaration<string>("order-paid"), new UnitDeclaration<object>("mail"),
            new SubscriptionDeclaration<object, string>("order-paid", "mail", "Worker.Handle", (_, _, _, _) => ValueTask.CompletedTask),
        ];
        builder.AddKlotho(new KlothoModule(typeof(AwsBindingTests).Assembly, declarations)).AddKlothoAws();
        using var host = builder.Build();

        Assert.Equal(("order-paid", "?source=klotho.app", "?envelope=eventbridge"), (published["bus"].Value, published["options"].Value, received["options"].Value));
        Assert.IsType<AwsTopicDriver>(host.Services.GetRequiredKeyedService<ITopicDriver>("order-paid"));
    }

    private static Task<TestApplication> StartAsync(Dictionary<string, string?> settings) =>
        TestApplication.StartAsync(Declarations, settings, builder => builder.AddKlothoAws());

    [GeneratedRegex(@"(?<name>Klotho__(?<section>Persist|PubSub|Subscriptions)__(?<id>[a-z0-9_]+)): (?<scheme>[a-z0-9]+)://")]
    private static partial Regex Variable { get; }

    [GeneratedRegex(@"Klotho__PubSub__order_paid(: |, value: )eventbridge://\$\{(?<bus>[a-z-]+)\.arn\}(?<options>[^\s,}]*)")]
    private static partial Regex Bus { get; }

    [GeneratedRegex(@"Klotho__Subscriptions__order_paid(: |, value: )sqs://\$\{[a-z-]+\.arn\}(?<options>[^\s,}]*)")]
    private static partial Regex QueueOfBus { get; }
}
