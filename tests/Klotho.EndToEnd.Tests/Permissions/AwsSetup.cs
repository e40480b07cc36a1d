using System.Text;
using System.Text.Json.Nodes;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Makes on the emulators what the emitted program makes on AWS, under the names that the program calls it by.</summary>
internal sealed class AwsSetup : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task BucketAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Emulator("AWS_ENDPOINT_URL")}/{name}");
        await SendAsync(request, "s3");
    }

    /// <summary>A table as key-value stores have it: the partition in <c>pk</c>, the key in <c>sk</c>.</summary>
    public Task TableAsync(string name) => JsonAsync("AWS_ENDPOINT_URL_DYNAMODB", "DynamoDB_20120810.CreateTable", "dynamodb", new()
    {
        ["TableName"] = name,
        ["AttributeDefinitions"] = new JsonArray(Attribute("pk"), Attribute("sk")),
        ["KeySchema"] = new JsonArray(Key("pk", "HASH"), Key("sk", "RANGE")),
        ["BillingMode"] = "PAY_PER_REQUEST",
    });

    /// <summary>A topic, and for each subscribing unit a queue with dead letters.</summary>
    public async Task TopicAsync(string name, params string[] units)
    {
        await SnsAsync(("Action", "CreateTopic"), ("Name", name));
        foreach (var unit in units)
        {
            var (queue, dead) = ($"{name}-{unit}-queue", $"{name}-{unit}-dead-letters");
            await QueueAsync(dead, []);
            await QueueAsync(queue, new()
            {
                ["RedrivePolicy"] = new JsonObject { ["deadLetterTargetArn"] = Arns.Queue(dead), ["maxReceiveCount"] = 10 }.ToJsonString(),
            });
            await SnsAsync(
                ("Action", "Subscribe"), ("TopicArn", Arns.Topic(name)), ("Protocol", "sqs"), ("Endpoint", Arns.Queue(queue)),
                ("Attributes.entry.1.key", "RawMessageDelivery"), ("Attributes.entry.1.value", "true"));
        }
    }

    public Task QueueAsync(string name, JsonObject attributes) =>
        JsonAsync("AWS_ENDPOINT_URL", "AmazonSQS.CreateQueue", "sqs", new() { ["QueueName"] = name, ["Attributes"] = attributes });

    public void Dispose() => _http.Dispose();

    private async Task JsonAsync(string endpoint, string target, string service, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator(endpoint)) { Content = new StringContent(input.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.Add("X-Amz-Target", target);
        await SendAsync(request, service);
    }

    private async Task SnsAsync(params (string Name, string Value)[] parameters)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Emulator("AWS_ENDPOINT_URL"))
        {
            Content = new FormUrlEncodedContent(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value))),
        };
        await SendAsync(request, "sns");
    }

    private async Task SendAsync(HttpRequestMessage request, string service)
    {
        // The emulators want a signature, whichever; its scope tells them the region.
        request.Headers.Add("X-Amz-Date", "20260101T000000Z");
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260101/{Arns.Region}/{service}/aws4_request, SignedHeaders=host;x-amz-date, Signature=x");
        using var answer = await _http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static JsonObject Attribute(string name) => new() { ["AttributeName"] = name, ["AttributeType"] = "S" };

    private static JsonObject Key(string name, string type) => new() { ["AttributeName"] = name, ["KeyType"] = type };

    private static string Emulator(string variable) => (Environment.GetEnvironmentVariable(variable) ?? "").TrimEnd('/');
}
