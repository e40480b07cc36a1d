using Amazon.S3.Model;
using Klotho.Aws;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.EntityFramework;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Runtime.Tests.RabbitMq;
using Klotho.Runtime.Tests.Redis;
using Microsoft.Extensions.Hosting;
using Xunit.Abstractions;
using ShopContext = Klotho.Runtime.Tests.Host.ShopContext;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>
/// Nothing is lost, nothing is half written, and an inbox bears every duplicate: with processes that are killed at their work, over networks and
/// services that are late, cut, repeat, refuse and throttle. A short run by default; docs/runtime.md says how to have a long one.
/// </summary>
public sealed class FaultTests(AwsEmulators aws, PostgresServer postgres, RedisServer redis, RabbitMqServer rabbit, ITestOutputHelper output)
    : IClassFixture<AwsEmulators>, IClassFixture<PostgresServer>, IClassFixture<RedisServer>, IClassFixture<RabbitMqServer>, IDisposable
{
    // What one worker may have, however many messages there are.
    private const long MostMemory = 400L * 1024 * 1024;

    // Kills must not make a dead letter of a message that is in hand whenever one comes.
    private const int MostDeliveries = 1000;

    private const string InOrder = "convoys";
    private const string Source = "klotho.faults";

    private readonly FaultPlan _plan = FaultPlan.FromEnvironment();
    private readonly TemporaryFolder _folder = new();
    private readonly string _name = $"f{Guid.NewGuid():N}";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task On_files()
    {
        await using var stack = new FaultStack("files");
        await RunWithFilesAsync(stack);
    }

    [Fact]
    public async Task On_files_in_order()
    {
        await using var stack = new FaultStack("files, in order") { Topic = InOrder, IsOrdered = true };
        await RunWithFilesAsync(stack);
    }

    private async Task RunWithFilesAsync(FaultStack stack)
    {
        stack.Settings["Klotho:Data"] = _folder.Path;
        stack.Direct["Klotho:Data"] = _folder.Path;

        await RunAsync(stack);
    }

    /// <summary>
    /// dynalite and fauxqs. Other than AWS, they never throttle or fail by themselves and are not spread over machines: the proxy before them does
    /// the one, and nothing the other. dynalite has no transactions, and the emulators' script answers If-None-Match in fauxqs' place.
    /// </summary>
    [Fact]
    public async Task On_DynamoDB_S3_SNS_and_SQS()
    {
        await using var stack = new FaultStack("DynamoDB, S3, SNS → SQS") { Configure = builder => builder.AddKlothoAws() };
        using var setup = new MessagingSetup(aws.Address);
        var queue = await setup.QueueAsync(_name, MostDeliveries);
        await RunWithAwsAsync(stack, $"sns://{await setup.TopicAsync(_name, queue)}", $"sqs://{queue}");
    }

    /// <summary>As there; the bus is the stand-in of the tests, which puts events into queues of fauxqs without faults.</summary>
    [Fact]
    public async Task On_DynamoDB_S3_EventBridge_and_SQS()
    {
        await using var stack = new FaultStack("DynamoDB, S3, EventBridge → SQS") { Configure = builder => builder.AddKlothoAws() };
        using var setup = new MessagingSetup(aws.Address);
        var queue = await setup.QueueAsync(_name, MostDeliveries);
        var bus = (await EventBridgeStandIn.OfAsync(aws)).Bus(_name, Source, stack.Topic, queue);
        stack.Settings["AWS_ENDPOINT_URL_EVENTBRIDGE"] = await stack.HttpAsync(new(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_EVENTBRIDGE") ?? ""), _plan.Seed + 2);
        await RunWithAwsAsync(stack, $"eventbridge://{bus}?source={Source}", $"sqs://{queue}?envelope=eventbridge");
    }

    /// <summary>Other than AWS, fauxqs remembers the ids against duplicates for the whole queue and not for each group.</summary>
    [Fact]
    public async Task On_DynamoDB_S3_SNS_and_SQS_in_order()
    {
        await using var stack = new FaultStack("DynamoDB, S3, SNS → SQS, in order") { Configure = builder => builder.AddKlothoAws(), Topic = InOrder, IsOrdered = true };
        using var setup = new MessagingSetup(aws.Address);
        var queue = await setup.OrderedQueueAsync(_name, MostDeliveries);
        await RunWithAwsAsync(stack, $"sns://{await setup.TopicAsync($"{_name}.fifo", queue)}", $"sqs://{queue}");
    }

    private async Task RunWithAwsAsync(FaultStack stack, string publish, string subscribe)
    {
        await MakeTablesAsync();
        foreach (var (resource, binding) in new[] { ("inbox", $"dynamodb://{_name}-inbox"), ("receipts", $"dynamodb://{_name}-receipts"), ("slips", $"s3://{_name}") })
        {
            stack.Direct[$"Klotho:Persist:{resource}"] = stack.Settings[$"Klotho:Persist:{resource}"] = binding;
        }

        stack.Settings[$"Klotho:PubSub:{stack.Topic}"] = publish;
        stack.Settings[$"Klotho:Subscriptions:{stack.Topic}"] = subscribe;
        stack.Settings["AWS_ENDPOINT_URL"] = await stack.HttpAsync(aws.Address, _plan.Seed);
        stack.Settings["AWS_ENDPOINT_URL_DYNAMODB"] = await stack.HttpAsync(
            new(Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB") ?? ""), _plan.Seed + 1);

        await RunAsync(stack);
    }

    [Fact]
    public async Task On_PostgreSQL_and_RabbitMQ()
    {
        await using var stack = new FaultStack("PostgreSQL, RabbitMQ") { Configure = builder => builder.AddKlothoPostgres() };
        await RunWithPostgresAsync(stack);
    }

    [Fact]
    public async Task On_PostgreSQL_and_RabbitMQ_in_order()
    {
        await using var stack = new FaultStack("PostgreSQL, RabbitMQ, in order") { Configure = builder => builder.AddKlothoPostgres(), Topic = InOrder, IsOrdered = true };
        await RunWithPostgresAsync(stack);
    }

    private async Task RunWithPostgresAsync(FaultStack stack)
    {
        var port = stack.Tcp(postgres.Port, _plan.Seed);
        foreach (var resource in new[] { "inbox", "receipts" })
        {
            stack.Settings[$"Klotho:Persist:{resource}"] = postgres.Binding($"table={_name}-{resource}", port: port);
            stack.Direct[$"Klotho:Persist:{resource}"] = postgres.Binding($"table={_name}-{resource}");
        }

        await RunWithRabbitAsync(stack);
    }

    [Fact]
    public async Task On_Redis_and_RabbitMQ()
    {
        await using var stack = new FaultStack("Redis, RabbitMQ") { Configure = builder => builder.AddKlothoRedis() };
        var port = stack.Tcp(redis.Port, _plan.Seed);
        foreach (var resource in new[] { "inbox", "receipts" })
        {
            stack.Settings[$"Klotho:Persist:{resource}"] = $"redis://127.0.0.1:{port}?prefix={_name}-{resource}";
            stack.Direct[$"Klotho:Persist:{resource}"] = $"redis://127.0.0.1:{redis.Port}?prefix={_name}-{resource}";
        }

        await RunWithRabbitAsync(stack);
    }

    /// <summary>Rows are written with their messages, and the processes that write them are killed, too.</summary>
    [Fact]
    public async Task On_an_outbox_in_PostgreSQL_and_RabbitMQ()
    {
        var direct = new UriBuilder(await MigratedDatabase.MakeAsync<ShopContext>(postgres));
        var kept = new KeptSales($"Host={direct.Host};Port={direct.Port};Username={direct.UserName};Database={direct.Path[1..]};Pooling=false");
        await using var stack = new FaultStack("outbox in PostgreSQL, RabbitMQ")
        {
            Topic = "sold",
            Handler = "books",
            IsPublisherMortal = true,
            LookAsync = (_, plan) => kept.LookAsync(plan),
        };
        stack.Settings["Shop"] = "true";
        stack.Settings["Klotho:Data"] = _folder.Path;
        stack.Settings["Klotho:Persist:shop"] = new UriBuilder(direct.Uri) { Port = stack.Tcp(postgres.Port, _plan.Seed) }.Uri.ToString();
        BindRabbit(stack);

        await RunAsync(stack);
    }

    private void BindRabbit(FaultStack stack)
    {
        var port = stack.Tcp(rabbit.Port, _plan.Seed + 1);
        stack.Settings[$"Klotho:PubSub:{stack.Topic}"] = rabbit.Binding(_name, port);
        stack.Settings[$"Klotho:Subscriptions:{stack.Topic}"] = rabbit.Binding($"{_name}.{stack.Handler}", port);
    }

    private async Task RunWithRabbitAsync(FaultStack stack)
    {
        BindRabbit(stack);
        stack.Settings["Klotho:Persist:slips"] = $"file://{_folder.Path}";
        stack.Direct["Klotho:Persist:slips"] = $"file://{_folder.Path}";

        await RunAsync(stack);
    }

    private async Task RunAsync(FaultStack stack)
    {
        var figures = await FaultRun.RunAsync(stack, _plan);

        output.WriteLine($"{figures}");
        if (FaultPlan.Report is { } report)
        {
            await File.AppendAllTextAsync(report, $"{figures}\n");
        }

        Assert.Equal((0, 0, 0), (figures.Lost, figures.HalfWritten, figures.Untolerated));
        Assert.Equal(0, figures.OutOfTurn);
        Assert.Equal(_plan.Kills, figures.Kills);
        Assert.True(figures.Duplicates + figures.KilledInTheMiddle > 0, $"Nothing was tested: {figures}");
        Assert.True(figures.PeakMemory < MostMemory, $"{figures}");
    }

    private async Task MakeTablesAsync()
    {
        using var clients = new AwsClients();
        await clients.S3.PutBucketAsync(new PutBucketRequest { BucketName = _name });
        foreach (var table in new[] { $"{_name}-inbox", $"{_name}-receipts" })
        {
            await KeyValueTable.CreateAsync(clients.DynamoDb, table);
        }
    }
}
