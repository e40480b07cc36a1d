using System.Globalization;
using Klotho.Analysis.Collections;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>The memory that Fargate gives with an amount of CPU: <paramref name="First"/> MB, or steps of 1024 from <paramref name="Second"/> to <paramref name="Last"/>.</summary>
public sealed record FargateSize(long Cpu, long First, long Second, long Last)
{
    private const long Step = 1024;

    /// <summary>Linux tasks of up to 4 processors (Amazon ECS Developer Guide: Task definition parameters, task size, 2026-11-22).</summary>
    public static readonly EquatableArray<FargateSize> All = new(
    [
        new(256, 512, 1024, 2048),
        new(512, 1024, 2048, 4096),
        new(1024, 2048, 3072, 8192),
        new(2048, 4096, 5120, 16384),
        new(4096, 8192, 9216, 30720),
    ]);

    /// <summary>What it takes, for a message.</summary>
    public string MemoryText => string.Create(CultureInfo.InvariantCulture, $"{First}, or {Second} to {Last} in steps of {Step}");

    /// <summary>The least memory of this size that is at least that much; null where none is.</summary>
    public long? AtLeast(long memory) =>
        memory <= First ? First : Math.Max(Second, (memory + Step - 1) / Step * Step) is var step && step <= Last ? step : null;

    public bool Takes(long memory) => memory == First || (memory >= Second && memory <= Last && memory % Step == 0);
}
