namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>One function for a class of tests: starting it takes longer than what they ask of it.</summary>
public class RunningFunction : IAsyncLifetime
{
    private LambdaFunction? _function;

    protected virtual (string Key, string Value)[] Settings => [];

    internal LambdaSimulator Lambda => (_function ?? throw new InvalidOperationException("It has not started.")).Lambda;

    public async Task InitializeAsync() => _function = await LambdaFunction.StartAsync(Settings);

    public async Task DisposeAsync() => await (_function?.DisposeAsync() ?? ValueTask.CompletedTask);
}
