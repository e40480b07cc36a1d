using Microsoft.Extensions.Configuration;

namespace Klotho.Aws;

/// <summary>How the function is set up at Lambda, as far as nothing in an event says it.</summary>
/// <param name="Streaming">Whether the function's URL takes answers while they are made (its invoke mode is RESPONSE_STREAM).</param>
/// <param name="ByWebAdapter">Whether the AWS Lambda Web Adapter asks for invocations and hands requests on to Kestrel.</param>
internal sealed record LambdaSettings(bool Streaming, bool ByWebAdapter)
{
    private const string StreamingKey = "Klotho:Lambda:Streaming";
    private const string ServerKey = "Klotho:Lambda:Server";

    /// <exception cref="InvalidOperationException">A setting cannot be read.</exception>
    public static LambdaSettings Of(IConfiguration configuration) => new(
        configuration[StreamingKey] switch
        {
            null or "" => false,
            var text when bool.TryParse(text, out var streaming) => streaming,
            var text => throw new InvalidOperationException($"'{text}' in {StreamingKey} is neither 'true' nor 'false'."),
        },
        configuration[ServerKey] switch
        {
            null or "" or "klotho" => false,
            "web-adapter" => true,
            var text => throw new InvalidOperationException($"'{text}' in {ServerKey} is neither 'klotho' nor 'web-adapter'."),
        });
}
