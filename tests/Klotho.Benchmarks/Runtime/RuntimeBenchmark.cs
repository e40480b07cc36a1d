namespace Klotho.Benchmarks.Runtime;

/// <summary>What an operation of a store or topic takes beyond what its technology's own client takes to the same end.</summary>
internal sealed class RuntimeBenchmark : IBenchmark
{
    public string Name => "runtime";

    public async Task<string> RunAsync()
    {
        await using var servers = await RuntimeServers.StartAsync();
        IReadOnlyList<OperationPair> pairs =
        [
            .. await PostgresPairs.MakeAsync(servers),
            .. await RedisPairs.MakeAsync(servers),
            .. await RabbitMqPairs.MakeAsync(servers),
            .. await DynamoDbPairs.MakeAsync(servers),
            .. await S3Pairs.MakeAsync(servers),
            .. await MessagingPairs.MakeAsync(servers),
        ];
        var rows = new List<string>();
        foreach (var pair in pairs)
        {
            rows.Add(await new PairTimes(pair).RowAsync());
        }

        return $"""
            Medians of {PairTimes.Measured:N0} operations each after {PairTimes.WarmUp:N0} that do not count, one after the other and turn by turn with the client's, on {Environment.ProcessorCount} cores with the servers beside
            them; items and messages of 1 KB of JSON, which both sides write and read. Ten messages count as ten operations, and of large
            files every {S3Pairs.OneOfLarge}th is written.

            | operation | the client alone | µs | by the runtime, µs | more, µs | more | at most 5 % or 20 µs |
            |---|---|---:|---:|---:|---:|---|
            {string.Join('\n', rows)}
            """;
    }
}
