using System.Text;
using Amazon.Runtime;
using Klotho.Aws;
using Klotho.Runtime.Tests.Contracts;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Aws.ExecUnit;

/// <summary>Who calls a function's URL signs.</summary>
public sealed class UnitCallSignatureTests
{
    private static readonly ImmutableCredentials Example = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null);

    /// <summary>The case post-vanilla of the test suite that AWS has published for Signature Version 4.</summary>
    [Fact]
    public void A_signature_is_the_one_that_AWS_publishes_for_its_example()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://example.amazonaws.com/");

        RequestSignature.Add(request, [], Example, "us-east-1", "service", new DateTime(2015, 8, 30, 12, 36, 0, DateTimeKind.Utc));

        Assert.Equal("20150830T123600Z", request.Headers.GetValues("X-Amz-Date").Single());
        Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, " +
            "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            request.Headers.GetValues("Authorization").Single());
    }

    [Fact]
    public void A_session_s_token_is_signed_and_sent_and_the_body_and_path_are_signed()
    {
        var session = new ImmutableCredentials("AKIDEXAMPLE", "secret", "session");

        Assert.Contains("SignedHeaders=host;x-amz-date;x-amz-security-token,", Authorization("/a", "{}", session), StringComparison.Ordinal);
        Assert.NotEqual(Authorization("/a", "{}", session), Authorization("/a", "{ }", session));
        Assert.NotEqual(Authorization("/a", "{}", session), Authorization("/b", "{}", session));
    }

    [Fact]
    public void What_makes_a_call_one_that_was_not_made_before_is_signed_too()
    {
        var session = new ImmutableCredentials("AKIDEXAMPLE", "secret", null);

        Assert.Contains("SignedHeaders=host;klotho-nonce;klotho-time;x-amz-date,", Authorization("/a", "{}", session, "0"), StringComparison.Ordinal);
        Assert.NotEqual(Authorization("/a", "{}", session, "0"), Authorization("/a", "{}", session, "1"));
    }

    [Theory]
    [InlineData("https://abc.lambda-url.eu-central-1.on.aws/", true)]
    [InlineData("http://abc.lambda-url.eu-central-1.on.aws/", false)]
    [InlineData("https://abc.lambda-url.eu-central-1.on.aws.example.com/", false)]
    [InlineData("https://localhost/", false)]
    public void Only_a_function_s_URL_is_given_a_signature(string address, bool signed) =>
        Assert.Equal(signed, new FunctionUrlSigner(TimeProvider.System).Signs(new Uri(address)));

    [Fact]
    public async Task A_call_is_sent_with_what_its_signer_adds()
    {
        await using var math = await TestApplication.StartAsync(
            [ArithmeticClient.Declaration, new UnitDeclaration<Arithmetic>("math")],
            new() { ["Klotho:Unit"] = "math", ["Klotho:UnitToken"] = "t0ken" },
            builder => builder.Services.AddSingleton<ArithmeticTrace>());
        await using var main = await TestApplication.StartAsync(
            [ArithmeticClient.Declaration, new UnitDeclaration<Arithmetic>("math")],
            new() { ["Klotho:Unit"] = "main", ["Klotho:ExecUnit:math"] = math.Address.ToString() },
            builder => builder.Services.AddSingleton<IUnitCallSigner, LateSigner>());

        Assert.Equal(3, await main.Services.GetRequiredService<IArithmetic>().DivideAsync(6, 2));
    }

    private static string Authorization(string path, string body, ImmutableCredentials credentials, string? nonce = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://abc.lambda-url.eu-central-1.on.aws" + path);
        if (nonce is not null)
        {
            request.Headers.Add("Klotho-Nonce", nonce);
            request.Headers.Add("Klotho-Time", "1");
        }

        RequestSignature.Add(request, Encoding.UTF8.GetBytes(body), credentials, "eu-central-1", "lambda", new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc));
        return request.Headers.GetValues("Authorization").Single();
    }

    private sealed class LateSigner : IUnitCallSigner
    {
        public bool Signs(Uri address) => address.IsLoopback;

        public async ValueTask SignAsync(HttpRequestMessage request, ReadOnlyMemory<byte> body, CancellationToken cancel) =>
            await SignedCall.SignAsync(request, request.RequestUri?.AbsolutePath ?? "", "t0ken");
    }
}
