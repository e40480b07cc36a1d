using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>How long inboxes remember, as the configuration says it.</summary>
public sealed class InboxRetentionTests
{
    [Theory]
    [InlineData(null, 90)]
    [InlineData("1", 1)]
    [InlineData("3649", 3649)]
    public async Task What_the_configuration_says_holds_above_the_code(string? setting, int days)
    {
        await using var application = await StartAsync(setting);

        Assert.Equal(TimeSpan.FromDays(days), application.Services.GetRequiredService<IOptions<KlothoOptions>>().Value.InboxRetention);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3650")]
    [InlineData("10000000")]
    public async Task What_is_too_short_or_too_long_stops_the_start(string setting)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(setting));

        Assert.Contains(InboxRetention.DaysKey, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a month")]
    [InlineData("-1")]
    [InlineData("30.5")]
    [InlineData("99999999999")]
    public async Task What_is_no_number_of_days_stops_the_start(string setting)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(setting));

        Assert.Contains($"{InboxRetention.DaysKey} is '{setting}'", error.Message, StringComparison.Ordinal);
    }

    private static Task<TestApplication> StartAsync(string? setting) => TestApplication.StartAsync(
        [], new() { [InboxRetention.DaysKey] = setting }, options: static options => options.InboxRetention = TimeSpan.FromDays(90));
}
