using Microsoft.Extensions.Configuration;

namespace Klotho.Aws;

/// <summary>How the function is set up at Lambda, as far as nothing in an event says it.</summary>
/// <param name="Streaming">Whether the function's URL takes answers while they are made (its invoke mode is RESPONSE_STREAM).</param>
internal sealed record LambdaSettings(bool Streaming)
{
    private const string StreamingKey = "Klotho:Lambda:Streaming";

    /// <exception cref="InvalidOperationException">The setting is neither <c>true</c> nor <c>false</c>.</exception>
    public static LambdaSettings Of(IConfiguration configuration) => new(configuration[StreamingKey] switch
    {
        null or "" => false,
        var text when bool.TryParse(text, out var streaming) => streaming,
        var text => throw new InvalidOperationException($"'{text}' in {StreamingKey} is neither 'true' nor 'false'."),
    });
}
