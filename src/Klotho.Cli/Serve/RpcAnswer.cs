using System.Text.Json;

namespace Klotho.Cli.Serve;

/// <summary>What a method answers: the members of its result, or an error.</summary>
internal sealed record RpcAnswer(Action<Utf8JsonWriter>? Result, RpcError? Error)
{
    public static RpcAnswer Of(Action<Utf8JsonWriter> result) => new(result, null);

    public static RpcAnswer Failed(int code, string message) => new(null, new(code, message));
}
