namespace Klotho.Drivers;

/// <summary>Reads an environment variable of the process: <c>env://VARIABLE</c>.</summary>
internal sealed class EnvironmentValueSource : IValueSource
{
    public string Scheme => "env";

    public void Check(ResourceBinding reference)
    {
        if (reference.Target.Length == 0)
        {
            throw reference.Malformed("env://VARIABLE");
        }
    }

    public ValueTask<string> ReadAsync(ResourceBinding reference, CancellationToken cancel) =>
        Environment.GetEnvironmentVariable(reference.Target) is { Length: > 0 } value
            ? ValueTask.FromResult(value)
            : throw new InvalidOperationException($"{reference.Key} refers to the environment variable {reference.Target}, which is not set.");
}
