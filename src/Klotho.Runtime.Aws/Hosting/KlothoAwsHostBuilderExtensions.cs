using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds the services of AWS to what Klotho's resources can be bound to.</summary>
public static class KlothoAwsHostBuilderExtensions
{
    /// <summary>
    /// Opens bindings to AWS: <c>Klotho:Persist:ID = dynamodb://table</c> or <c>s3://bucket/prefix</c>,
    /// <c>Klotho:PubSub:ID = sns://topic-arn</c>, <c>eventbridge://bus-arn?source=name</c> or, into the one queue of one unit, <c>sqs://queue-arn</c> to publish,
    /// <c>Klotho:Subscriptions:ID = sqs://queue-arn</c> to receive, with <c>?envelope=eventbridge</c> from a bus; in a function also what invokes it itself,
    /// <c>sns://topic-arn</c> or <c>eventbridge://bus-arn?source=name</c>.
    /// The emitted infrastructure sets them as environment variables (<c>Klotho__Persist__slide_meta</c>: two underscores for
    /// each colon, one for each hyphen of an id). A binding that cannot be read stops the start with a message that names its key;
    /// resources without a binding stay local. Clients are made on first use, from the usual settings of the AWS SDK.
    /// </summary>
    public static TBuilder AddKlothoAws<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton<IAwsClients, AwsClients>();
        services.TryAddSingleton<SubscriptionQueues>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IKeyValueDriver>, DynamoDbKeyValueProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IBlobDriver>, S3BlobProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, SnsTopicProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, EventBridgeTopicProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, SqsTopicProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValueSource, SecretsManagerValueSource>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValueSource, SsmValueSource>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IUnitCallSigner, FunctionUrlSigner>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServerTokens, RdsTokens>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IServerTokens, CacheTokens>());
        services.AddLambdaHost(builder.Configuration);
        return builder;
    }
}
