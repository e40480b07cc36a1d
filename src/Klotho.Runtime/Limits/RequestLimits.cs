using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Klotho.Hosting;

/// <summary>
/// What requests may be and take at the place where the application is planned to be hosted: <c>Klotho:Limits</c>, which <c>klotho run</c>
/// sets from the plan. Deployed, the place itself sees to that.
/// </summary>
/// <param name="Bytes">The largest request or response, in bytes of its body; null where there is no limit.</param>
/// <param name="Time">How long an answer may take; null where there is no limit.</param>
internal sealed record RequestLimits(long? Bytes, TimeSpan? Time)
{
    public const string BytesKey = "Klotho:Limits:PayloadBytes";
    public const string SecondsKey = "Klotho:Limits:ResponseSeconds";

    /// <exception cref="InvalidOperationException">A limit is no number.</exception>
    public static RequestLimits Of(IConfiguration configuration) =>
        new(Number(configuration, BytesKey), Number(configuration, SecondsKey) is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

    private static long? Number(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => null,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < int.MaxValue => number,
        var text => throw new InvalidOperationException($"{key} is '{text}': a whole number, at least 1."),
    };
}
