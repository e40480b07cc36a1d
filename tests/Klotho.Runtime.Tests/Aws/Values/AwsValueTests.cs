using Amazon.Runtime.Endpoints;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// Secrets Manager and Parameter Store, of which no emulator is at hand: a server that answers as the API references of both describe
/// (GetSecretValue, GetParameter; read 2026-11-22) shows that our calls have the form which is written there, and no more.
/// </summary>
public sealed class AwsValueTests : IClassFixture<AwsEmulators>
{
    private const string Secret = "arn:aws:secretsmanager:eu-central-1:000000000000:secret:key-AbCdEf";

    [Fact]
    public async Task A_secret_is_read_by_its_name()
    {
        await using var service = await ScriptedService.StartAsync(_ => (200, $$"""{"ARN":"{{Secret}}","Name":"key","SecretString":"hunter2"}"""), _ => (200, """{"SecretBinary":"AA=="}"""));
        using var client = new SecretsManagerClient(Config(AwsService.SecretsManager, service));
        Assert.True(Arn.TryParse(Secret, out var arn));

        Assert.Equal("hunter2", await client.ReadAsync(arn, default));
        Assert.Null(await client.ReadAsync(arn, default));

        var (headers, body) = service.Requests.First();
        Assert.Equal(("secretsmanager.GetSecretValue", "application/x-amz-json-1.1"), (headers["X-Amz-Target"].ToString(), headers.ContentType.ToString()));
        Assert.Contains("/eu-central-1/secretsmanager/aws4_request", headers.Authorization.ToString(), StringComparison.Ordinal);
        Assert.Equal($$"""{"SecretId":"{{Secret}}"}""", body);
    }

    [Fact]
    public async Task A_parameter_is_read_decrypted()
    {
        await using var service = await ScriptedService.StartAsync(_ => (200, """{"Parameter":{"Name":"/app/key","Type":"SecureString","Value":"hunter2"}}"""));
        using var client = new SsmClient(Config(AwsService.Ssm, service));

        Assert.Equal("hunter2", await client.ReadAsync("/app/key", default));

        var (headers, body) = service.Requests.Single();
        Assert.Equal("AmazonSSM.GetParameter", headers["X-Amz-Target"]);
        Assert.Contains("/eu-central-1/ssm/aws4_request", headers.Authorization.ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"Name":"/app/key","WithDecryption":true}""", body);
    }

    private static AwsClientConfig Config(AwsService service, ScriptedService answering) =>
        new(service, AwsEmulators.Region) { EndpointProvider = new StaticEndpointProvider(answering.Address.ToString()) };
}
