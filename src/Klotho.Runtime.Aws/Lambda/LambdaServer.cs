using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Aws;

/// <summary>
/// Takes Kestrel's place on AWS Lambda: asks for one invocation after the other and hands each to the application or to a
/// handler. Answers are handed on while they are made where the function's URL takes them so; all others are kept until they are whole.
/// </summary>
internal sealed partial class LambdaServer(
    RuntimeApi api, SignalExtension extension, LambdaSettings settings, IEnumerable<IInvocationHandler> handlers, InvocationEnd end, IHostApplicationLifetime lifetime,
    TimeProvider time, ILogger<LambdaServer> logger)
    : IServer
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _serving = Task.CompletedTask;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        // An application may list its addresses, and has none here.
        Features.Set<IServerAddressesFeature>(new ServerAddressesFeature());
        IInvocationHandler[] all = [new HttpInvocations<TContext>(application, api, settings), .. handlers];

        // Beside what is left of the start.
        var registering = extension.RegisterAsync(_stopping.Token);
        lifetime.ApplicationStarted.Register(() => _serving = ServeAsync(all, registering));
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is in flight is finished; only the wait for the next one ends.
        await _stopping.CancelAsync();
        await _serving.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task ServeAsync(IInvocationHandler[] all, Task registering)
    {
        try
        {
            await registering;
            while (!_stopping.IsCancellationRequested)
            {
                // The process counts as started only once it asks: what fails before is reported as such.
                var next = api.NextAsync(_stopping.Token);
                InitializationFailure.Started();
                var invocation = await next;
                await AnswerAsync(all, invocation);
                await end.RunAsync(invocation);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The host stops.
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException or FormatException)
        {
            // Without its API this process is of no use: Lambda starts another one.
            LogApiLost(failure);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task AnswerAsync(IInvocationHandler[] all, Invocation invocation)
    {
        XRayTrace.Enter(invocation.TraceId);
        using var deadline = new CancellationTokenSource(invocation.TimeLeft(time.GetUtcNow()), time);
        InvocationAnswer answer;
        try
        {
            answer = await HandleAsync(all, invocation, deadline.Token);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of the user's code: Lambda is told what, and this log where.
            LogFailed(failure, invocation.RequestId);
            await api.FailAsync(invocation.RequestId, RuntimeError.Of(failure));
            return;
        }

        if (answer.Failure is { } cut)
        {
            LogFailed(cut, invocation.RequestId);
        }

        if (answer.Json is { } json)
        {
            await api.AnswerAsync(invocation.RequestId, json);
        }

        await EndAsync(invocation, answer);
    }

    private async Task EndAsync(Invocation invocation, InvocationAnswer answer)
    {
        try
        {
            await (answer.Sent?.Invoke() ?? Task.CompletedTask);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of the user's code that runs behind an answer, which has been sent.
            LogFailed(failure, invocation.RequestId);
        }
    }

    private static ValueTask<InvocationAnswer> HandleAsync(IInvocationHandler[] all, Invocation invocation, CancellationToken cancel) =>
        all.FirstOrDefault(handler => handler.Takes(invocation.Event)) is { } taking
            ? taking.HandleAsync(invocation, cancel)
            : throw new NotSupportedException("The function takes HTTP requests, messages of its queues, topics and buses, and its own schedules; this event is none of them.");

    private static readonly Action<ILogger, string, Exception?> FailedMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogFailed)),
        "Invocation {RequestId} failed.");

    private void LogFailed(Exception failure, string requestId) => FailedMessage(logger, requestId, failure);

    private static readonly Action<ILogger, Exception?> ApiLostMessage = LoggerMessage.Define(LogLevel.Critical, new(0, nameof(LogApiLost)),
        "Lambda's runtime API does not answer as it should; the process ends.");

    private void LogApiLost(Exception failure) => ApiLostMessage(logger, failure);
}
