using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>What the SDK's pipeline does for our clients.</summary>
public sealed class AwsClientTests : IClassFixture<AwsEmulators>
{
    [Fact]
    public async Task A_call_is_signed_and_tried_again_when_the_service_is_busy()
    {
        await using var service = await ScriptedService.StartAsync(
            _ => (503, "<html>busy</html>"),
            _ => (400, """{"__type":"com.amazonaws.sqs#ThrottlingException","message":"slow down"}"""),
            _ => (200, "{}"));
        using var client = Client(service);

        Assert.Empty(await client.ReceiveAsync("https://queue", 1, TimeSpan.Zero, TimeSpan.FromSeconds(30), default));

        Assert.Equal(3, service.Requests.Count);
        Assert.All(service.Requests, request =>
        {
            Assert.Equal("AmazonSQS.ReceiveMessage", request.Headers["X-Amz-Target"]);
            Assert.Equal("application/x-amz-json-1.0", request.Headers.ContentType);
            Assert.Matches(@"^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/\d{8}/eu-central-1/sqs/aws4_request, .*Signature=[0-9a-f]{64}$", request.Headers.Authorization.ToString());
            Assert.Contains("\"QueueUrl\":\"https://queue\"", request.Body, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(403, """{"__type":"com.amazon.coral.service#AccessDeniedException","Message":"not yours"}""", "AccessDeniedException", "not yours", 1)]
    [InlineData(502, "<html>bad gateway</html>", "", "The answer is not JSON.", 3)]
    public async Task An_error_says_what_the_service_said_after_as_many_tries_as_make_sense(int status, string body, string code, string message, int tries)
    {
        await using var service = await ScriptedService.StartAsync(_ => (status, body));
        using var client = Client(service);

        var error = await Assert.ThrowsAsync<AmazonServiceException>(async () =>
            await client.DeleteAsync("https://queue", "receipt", default));

        Assert.Equal(((HttpStatusCode)status, code, message), (error.StatusCode, error.ErrorCode, error.Message));
        Assert.Equal(tries, service.Requests.Count);
    }

    [Theory]
    [InlineData("eu-central-1", "https://sqs.eu-central-1.amazonaws.com/123456789012/q")]
    [InlineData("cn-north-1", "https://sqs.cn-north-1.amazonaws.com.cn/123456789012/q")]
    public void A_queue_has_the_address_of_its_region(string region, string url)
    {
        using var client = new SqsClient(new AwsClientConfig(AwsService.Sqs, region, ignoreConfiguredEndpoint: true));

        Assert.True(Arn.TryParse($"arn:aws:sqs:{region}:123456789012:q", out var queue));
        Assert.Equal(url, client.UrlOf(queue));
    }

    private static SqsClient Client(ScriptedService service) =>
        new(new AwsClientConfig(AwsService.Sqs, AwsEmulators.Region) { EndpointProvider = new StaticEndpointProvider(service.Address.ToString()) });
}
