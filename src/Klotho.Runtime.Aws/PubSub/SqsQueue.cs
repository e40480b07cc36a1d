namespace Klotho.Aws;

/// <summary>A queue and the client of its region, which is made at the first call: a host that is handed messages may never make one.</summary>
internal sealed class SqsQueue(Func<ISqsClient> client, Arn arn)
{
    private readonly Lazy<ISqsClient> _client = new(client);

    public ISqsClient Client => _client.Value;

    /// <summary>What SQS calls the queue in its requests.</summary>
    public string Url => Client.UrlOf(arn);
}
