namespace Klotho.Cli.Run;

/// <summary>A process to start: its name in the log, its port, and the configuration that gives it its part.</summary>
internal sealed record ProcessRole(string Name, int Port, IReadOnlyDictionary<string, string> Variables)
{
    public string Url => $"http://127.0.0.1:{Port}";
}
