using Klotho.Wiring;

namespace Klotho.Aws;

/// <summary>Signs calls to units that are functions of AWS Lambda, with the credentials that this unit's host gives it.</summary>
internal sealed class FunctionUrlSigner(TimeProvider time) : IUnitCallSigner
{
    private readonly HostCredentials _credentials = new();

    public bool Signs(Uri address) => Region(address) is not null;

    public async ValueTask SignAsync(HttpRequestMessage request, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (request.RequestUri is not { } address || Region(address) is not { } region)
        {
            throw new InvalidOperationException("The request is for no function's URL.");
        }

        var credentials = await _credentials.GetAsync(cancel);
        RequestSignature.Add(request, body.Span, credentials, region, "lambda", time.GetUtcNow().UtcDateTime);
    }

    // ID.lambda-url.REGION.on.aws (docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html, 2026-11-22).
    private static string? Region(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && address.Host.Split('.') is [_, "lambda-url", var region, "on", "aws"] ? region : null;
}
