using Klotho.EndToEnd.Tests.Permissions;
using Klotho.EndToEnd.Tests.SearchTheDeck;
using Klotho.Runtime.Tests.Aws;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Runtime.Tests.RabbitMq;
using Klotho.Runtime.Tests.Redis;
using Klotho.Runtime.Tests.Servers;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>What the emitted manifests bind units to in a Kubernetes cluster: PostgreSQL, Redis, RabbitMQ, an S3-compatible server, and values in files.</summary>
public sealed class ClusterPlace : Place
{
    private const string Secrets = "/var/run/secrets/klotho";
    private const string Configuration = "/etc/klotho/config";

    private readonly AwsEmulators _objects = new();
    private readonly PostgresServer _postgres = PostgresServer.Another();
    private readonly RabbitMqServer _rabbit = new();
    private readonly TemporaryFolder _mounts = new();
    private SortedDictionary<string, Settings> _environments = [];
    private TestServer? _redis;

    internal override IReadOnlyDictionary<string, string> Schemes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Persist:orders"] = "postgres",
        ["Persist:papers"] = "s3",
        ["Persist:recent"] = "redis",
        ["Persist:records"] = "postgres",
        ["PubSub:ordered"] = "amqp",
    };

    internal override IReadOnlyDictionary<string, Settings> Units => new SortedDictionary<string, Settings>(
        _environments.Where(each => each.Key != Schedule).ToDictionary(), StringComparer.Ordinal);

    // What the cron job's pod has.
    internal override Settings Scheduled => _environments[Schedule];

    public override Task DisposeAsync()
    {
        _redis?.Dispose();
        _mounts.Dispose();
        return Task.CompletedTask;
    }

    private protected override async Task SetUpAsync()
    {
        var redis = TestServer.StartAsync("redis", "redis-server", RedisServer.AnswersAsync);
        await Task.WhenAll(_objects.InitializeAsync(), _postgres.InitializeAsync(), _rabbit.InitializeAsync(), redis);
        _redis = await redis;
        await RedisCommand.SayAsync(_redis.Port, "CONFIG SET requirepass password-of-redis");
        await _postgres.ExecuteAsync("CREATE DATABASE _kv");
        await _postgres.ExecuteAsync("CREATE DATABASE records");
        using (var aws = new AwsSetup())
        {
            await aws.BucketAsync("app-papers");
        }

        Mount(Secrets, "cluster-objects/credentials", "[default]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = example\n");
        Mount(Secrets, "cluster-postgres/password", "password-of-postgres");
        Mount(Secrets, "cluster-rabbitmq/password", File.ReadAllText(Path.Combine(_rabbit.Folder, "password")));
        Mount(Secrets, "cluster-redis/password", "password-of-redis");
        Mount(Secrets, "signing-key/value", Key);
        Mount(Secrets, "unit-token/token", Token);
        Mount(Configuration, "greeting/value", Greeting);
        _environments = CompiledApplication.Compile(
            DeskRun.Folder,
            output => EmittedBindings.OfManifests(output, Known, (secret, key) => File.ReadAllText(Mounted($"{Secrets}/{secret}/{key}"))),
            "requirements.portability=kubernetes");
        await MigrateAsync();
    }

    // The names that services have in the cluster, and the folders that pods have.
    private string Known(string value) => value
        .Replace("cluster-postgres:5432", $"127.0.0.1:{_postgres.Port}", StringComparison.Ordinal)
        .Replace("cluster-redis:6379", $"127.0.0.1:{_redis?.Port}", StringComparison.Ordinal)
        .Replace("cluster-rabbitmq:5672", $"127.0.0.1:{_rabbit.Port}", StringComparison.Ordinal)
        .Replace("http://cluster-objects:9000", $"{_objects.Address}", StringComparison.Ordinal)
        .Replace(Secrets, Mounted(Secrets), StringComparison.Ordinal)
        .Replace(Configuration, Mounted(Configuration), StringComparison.Ordinal);

    private string Mounted(string folder) => $"{_mounts.Path}{folder}";

    private void Mount(string folder, string file, string text)
    {
        var path = Path.Combine(Mounted(folder), file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        File.WriteAllText(path, text);
    }
}
