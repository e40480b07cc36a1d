using Klotho.Drivers;
using Microsoft.Extensions.Options;

namespace Klotho.Hosting;

/// <summary>Finds options with which no message would be delivered, when the process starts.</summary>
internal sealed class KlothoOptionsCheck : IValidateOptions<KlothoOptions>
{
    // A lease is renewed at each third of it.
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMilliseconds(30);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, KlothoOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(KlothoOptions options)
    {
        if (options.Concurrency < 1)
        {
            yield return $"KlothoOptions.Concurrency is {options.Concurrency}: at least 1 message at once.";
        }

        if (options.MaxAttempts < 1)
        {
            yield return $"KlothoOptions.MaxAttempts is {options.MaxAttempts}: at least 1 attempt.";
        }

        if (options.RetryDelays is null || options.RetryDelays.Any(delay => delay < TimeSpan.Zero || delay > Day))
        {
            yield return "KlothoOptions.RetryDelays holds a delay that is negative or longer than a day.";
        }

        if (options.Lease < ShortestLease || options.Lease > Day)
        {
            yield return $"KlothoOptions.Lease is {options.Lease}: from {ShortestLease} to {Day}.";
        }

        // A message waits for its next attempt for at most a day; and a store's items end within ten years, to which a claim adds its lease.
        if (options.InboxRetention < Day || options.InboxRetention > KeyValueLimits.MaxLifetime - Day)
        {
            yield return $"KlothoOptions.InboxRetention ({InboxRetention.DaysKey}) is {options.InboxRetention}: from {Day} to {KeyValueLimits.MaxLifetime - Day}.";
        }

        if (options.ValueRefresh <= TimeSpan.Zero || options.ValueRefresh > Day)
        {
            yield return $"KlothoOptions.ValueRefresh is {options.ValueRefresh}: more than nothing, to {Day}.";
        }

        if (options.CallsBeforePause < 0)
        {
            yield return $"KlothoOptions.CallsBeforePause is {options.CallsBeforePause}: 0 for none, or more.";
        }

        if (options.CallPause <= TimeSpan.Zero || options.CallPause > Day)
        {
            yield return $"KlothoOptions.CallPause is {options.CallPause}: more than nothing, to {Day}.";
        }

        if (options.CallTimeout <= TimeSpan.Zero || options.CallTimeout > Day)
        {
            yield return $"KlothoOptions.CallTimeout is {options.CallTimeout}: more than nothing, to {Day}.";
        }
    }
}
