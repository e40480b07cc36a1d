namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>A function whose URL takes answers while they are made.</summary>
public sealed class StreamingFunction : RunningFunction
{
    protected override (string Key, string Value)[] Settings => [("Klotho:Lambda:Streaming", "true")];
}
