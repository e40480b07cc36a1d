using Klotho.EndToEnd.Tests.Permissions;
using Klotho.Runtime.Tests.Aws;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>
/// What the emitted program binds units to on AWS, on the emulators and stand-ins: DynamoDB, S3, SNS and SQS, Secrets Manager, Parameter Store, and a
/// PostgreSQL and a Redis that units sign in to with tokens of IAM. The unit that the plan puts on Lambda runs there as a function, or on Kestrel as the others do.
/// </summary>
public sealed class AwsPlace : Place
{
    // Others use the same emulators.
    private const string Prefix = "swap-";
    private const string Function = "ledger";
    private const string DatabaseAt = "records.rds:5433";
    private const string CacheAt = "recent.cache:6379";

    private readonly AwsEmulators _emulators = new();
    private readonly List<IAsyncDisposable> _opened = [];
    private SortedDictionary<string, Settings> _units = [];
    private StoreServers? _servers;

    internal override string Greeting => ParameterValues.OfParameter;

    internal override string Key => ParameterValues.OfSecret;

    internal override IReadOnlyDictionary<string, string> Schemes { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Persist:orders"] = "dynamodb",
        ["Persist:papers"] = "s3",
        ["Persist:recent"] = "redis",
        ["Persist:records"] = "postgres",
        ["PubSub:ordered"] = "sns",
    };

    internal override IReadOnlyList<string> Functions { get; } = [Function];

    internal override IReadOnlyDictionary<string, Settings> Units => _units;

    public override async Task DisposeAsync()
    {
        foreach (var each in _opened)
        {
            await each.DisposeAsync();
        }

        _servers?.Dispose();
    }

    private protected override async Task SetUpAsync()
    {
        await _emulators.InitializeAsync();
        var values = Opened(await ParameterValues.StartAsync());
        var proxy = Opened(await RecordingProxy.StartAsync(values.Address));
        _servers = await StoreServers.StartAsync();
        await _servers.MakeDatabaseAsync("records");
        var (records, recent) = (Opened(new PostgresDoor(proxy, _servers.Postgres, "records")), Opened(new RedisDoor(proxy, _servers.Redis)));
        using (var aws = new AwsSetup())
        {
            await aws.TableAsync($"{Prefix}orders");
            await aws.BucketAsync($"{Prefix}papers");
            await aws.TopicAsync($"{Prefix}ordered", "archive", "ledger");
        }

        // Redis is spoken to in the clear: the stand-in for its nodes has no certificate.
        string Known(string value) => value.Replace(DatabaseAt, records.Address, StringComparison.Ordinal)
            .Replace(CacheAt, recent.Address, StringComparison.Ordinal).Replace("rediss://", "redis://", StringComparison.Ordinal);
        var (bindings, permissions) = CompiledApplication.Compile(
            DeskRun.Folder,
            output => (EmittedBindings.OfProgram(output, Resource, Known), EmittedPermissions.Read(output)),
            "defaults.execution_units.type=fargate", $"execution_units.{Function}.type=lambda", "persisted.secret.signing-key.type=secrets_manager");
        await _servers.AdmitAsync(permissions);
        foreach (var settings in bindings.Values)
        {
            foreach (var variable in new[] { "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB" })
            {
                settings[variable] = proxy.Address;
            }

            (settings["AWS_REGION"], settings["AWS_ACCESS_KEY_ID"], settings["AWS_SECRET_ACCESS_KEY"]) = (Arns.Region, "AKIAEXAMPLE", "example");
        }

        _units = bindings;
        await MigrateAsync();
    }

    // The physical names and addresses that AWS would give.
    private static string Resource(string output) => output switch
    {
        "fargate.Namespace.Name" => "app",
        "fargate.Token.Arn" => Token,
        "greetingSetting.Parameter.Name" => "greeting",
        "orderedTopic.ArchiveQueue.Arn" => Arns.Queue($"{Prefix}ordered-archive-queue"),
        "orderedTopic.LedgerQueue.Arn" => Arns.Queue($"{Prefix}ordered-ledger-queue"),
        "orderedTopic.Topic.Arn" => Arns.Topic($"{Prefix}ordered"),
        "ordersStore.Table.Name" => $"{Prefix}orders",
        "papersFiles.Bucket.BucketName" => $"{Prefix}papers",
        "recentCache.ReplicationGroup.PrimaryEndpointAddress" => CacheAt.Split(':')[0],
        "recentCache.ReplicationGroup.ReplicationGroupId" => "recent",
        "recentCache.User.UserName" => "recent-user",
        "recordsDatabase.Instance.Address" => DatabaseAt.Split(':')[0],
        "signingKeySecret.Secret.Arn" => Arns.Secret("signing-key"),
        _ => throw new InvalidOperationException($"Nothing is known of {output}."),
    };

    private T Opened<T>(T one)
        where T : IAsyncDisposable
    {
        _opened.Add(one);
        return one;
    }
}
