using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// Makes calls and repeats those that did nothing: what was never sent, and what the server refused because it was not ready.
/// What may have been done (the answer was lost) is repeated only where the caller says that this is harmless.
/// </summary>
internal sealed class RedisCalls(RedisConnection connection)
{
    private const int Attempts = 6;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    // Source: redis.io/docs/latest/develop/reference/protocol-spec and /operate/oss_and_stack/reference/cluster-spec, 2026-11-22.
    private static readonly string[] NotReady = ["LOADING", "TRYAGAIN", "CLUSTERDOWN", "MASTERDOWN", "READONLY", "BUSY", "NOSCRIPT"];
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public async ValueTask<T> RunAsync<T>(bool repeatable, Func<IDatabase, Task<T>> call, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // The client can neither cancel nor time what it has sent; who waits can stop waiting.
                return await call(await connection.DatabaseAsync(cancel)).WaitAsync(LongestWait, cancel);
            }
            catch (RedisException failure) when (attempt < Attempts && (DidNothing(failure) || (repeatable && IsLost(failure))))
            {
                await Task.Delay(FirstDelay * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble()), cancel);
            }
        }
    }

    /// <summary>Whether nobody knows if the call did its work.</summary>
    public static bool IsLost(RedisException failure) => failure is RedisConnectionException && !DidNothing(failure);

    private static bool DidNothing(RedisException failure) => failure switch
    {
        RedisConnectionException { FailureType: ConnectionFailureType.UnableToResolvePhysicalConnection or ConnectionFailureType.UnableToConnect } => true,
        RedisServerException => NotReady.Any(word => failure.Message.StartsWith(word, StringComparison.Ordinal)),
        _ => false,
    };
}
