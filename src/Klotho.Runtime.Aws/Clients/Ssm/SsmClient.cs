namespace Klotho.Aws;

/// <summary>AWS Systems Manager over its JSON protocol.</summary>
internal sealed class SsmClient(AwsClientConfig config) : AwsClient(AwsService.Ssm, JsonProtocol.Instance, config), ISsmClient
{
    public SsmClient(string region)
        : this(new AwsClientConfig(AwsService.Ssm, region))
    {
    }

    public async ValueTask<string> ReadAsync(string name, CancellationToken cancel) => JsonProtocol.Text(
        await SendAsync(JsonProtocol.Call11("AmazonSSM", "GetParameter", json =>
        {
            json.WriteString("Name", name);
            json.WriteBoolean("WithDecryption", true);
        }), cancel),
        "Parameter",
        "Value") ?? "";
}
