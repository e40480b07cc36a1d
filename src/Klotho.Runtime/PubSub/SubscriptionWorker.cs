using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Drivers;

/// <summary>
/// Delivers a subscription's messages in this process: a few at once, each in a scope of its own, with retries, and
/// to the dead letters in the end. When the process stops, what is in flight is finished first.
/// </summary>
internal sealed partial class SubscriptionWorker(
    SubscriptionHandler subscription,
    ITopicDriver driver,
    KlothoOptions options,
    IServiceScopeFactory scopes,
    ILogger<SubscriptionWorker> logger) : BackgroundService, IHostedLifecycleService
{
    // How long handlers that were cancelled may take to end.
    private static readonly TimeSpan HandBack = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _handlers = new();
    private readonly CancellationTokenSource _receiving = new();
    private readonly TopicSubscriber _subscriber = subscription.Subscriber;

    /// <inheritdoc />
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>No worker begins anything new while the host stops the others one by one.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => _receiving.CancelAsync();

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // Handlers are cancelled when the host's patience ends, not when it begins.
        await using var _ = cancellationToken.Register(_handlers.Cancel);
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompleted: false } running)
        {
            // Their messages are handed back, or they would come again only when their leases end.
            await Task.WhenAny(running, Task.Delay(HandBack, CancellationToken.None));
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        _receiving.Dispose();
        _handlers.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _receiving.Token);
        var stopping = either.Token;

        // What the host was started in is not what its messages come from.
        Activity.Current = null;
        using var slots = new SemaphoreSlim(options.Concurrency);
        var held = 0;
        try
        {
            while (true)
            {
                await slots.WaitAsync(stopping);
                for (held = 1; held < options.Concurrency && await slots.WaitAsync(0, CancellationToken.None); held++)
                {
                    // As many as there are free places may come at once.
                }

                foreach (var delivery in await NextAsync(held, stopping))
                {
                    held--;
                    _ = DeliverAndReleaseAsync(delivery, slots);
                }

                for (; held > 0; held--)
                {
                    slots.Release();
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The slots come back as what is in flight ends.
            for (; held < options.Concurrency; held++)
            {
                await slots.WaitAsync(CancellationToken.None);
            }
        }
    }

    private async Task<IReadOnlyList<ITopicDelivery>> NextAsync(int most, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                return await driver.ReceiveManyAsync(_subscriber.Name, most, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // The top of a loop that must outlive whatever its store does.
                LogReceiveFailed(failure, _subscriber.Topic, _subscriber.Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stopping);
            }
        }
    }

    private async Task DeliverAndReleaseAsync(ITopicDelivery delivery, SemaphoreSlim slots)
    {
        try
        {
            await DeliverAsync(delivery);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of a message's own task: nobody awaits it.
            LogNotEnded(failure, _subscriber.Topic, _subscriber.Name);
        }
        finally
        {
            slots.Release();
        }
    }

    private async Task DeliverAsync(ITopicDelivery delivery)
    {
        if (delivery.Attempt > subscription.MaxAttempts)
        {
            await BuryAsync(delivery, DeadLetter.ReasonAfter(subscription.MaxAttempts));
            return;
        }

        switch (await TryHandleAsync(delivery))
        {
            case null:
                await delivery.CompleteAsync();
                break;
            case RetryLaterException later:
                LogRetryLater(_subscriber.Topic, _subscriber.Name, later.Delay, later.Message);
                await delivery.RetryAsync(later.Delay, countAttempt: false);
                break;

            // Whatever it throws: what is cancelled fails in many ways.
            case not null when _handlers.IsCancellationRequested:
                await delivery.RetryAsync(TimeSpan.Zero, countAttempt: false);
                break;
            case UnreadableMessageException unreadable:
                await BuryAsync(delivery, unreadable.Message);
                break;
            case var failure when delivery.Attempt >= subscription.MaxAttempts:
                LogFailed(failure, _subscriber.Topic, _subscriber.Name, delivery.MessageId, delivery.Attempt, subscription.MaxAttempts);
                await BuryAsync(delivery, DeadLetter.ReasonOf(failure));
                break;
            case var failure:
                LogFailed(failure, _subscriber.Topic, _subscriber.Name, delivery.MessageId, delivery.Attempt, subscription.MaxAttempts);
                await delivery.RetryAsync(options.DelayAfter(delivery.Attempt), countAttempt: true);
                break;
        }
    }

    private async Task<Exception?> TryHandleAsync(ITopicDelivery delivery)
    {
        using var handled = new CancellationTokenSource();
        var renewing = RenewAsync(delivery, handled.Token);
        try
        {
            Delivering.Begin();
            await using var scope = scopes.CreateAsyncScope();
            var received = new ReceivedMessage(delivery.MessageId, delivery.Attempt, delivery.Payload) { Schema = delivery.Schema, Trace = delivery.Trace };
            await subscription.HandleAsync(scope.ServiceProvider, received, _handlers.Token);
            return null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of the user's code: whatever it throws is a failed attempt.
            return failure;
        }
        finally
        {
            await handled.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(ITopicDelivery delivery, CancellationToken handled)
    {
        using var timer = new PeriodicTimer(options.Lease / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(handled))
            {
                await TryRenewAsync(delivery);
            }
        }
        catch (OperationCanceledException)
        {
            // The handler is done.
        }
    }

    private async Task TryRenewAsync(ITopicDelivery delivery)
    {
        try
        {
            await delivery.RenewAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of a loop that must outlive whatever its store does: there is time for another try before the lease ends.
            LogNotRenewed(failure, _subscriber.Topic, _subscriber.Name);
        }
    }

    private async ValueTask BuryAsync(ITopicDelivery delivery, string reason)
    {
        LogDeadLetter(_subscriber.Topic, _subscriber.Name, delivery.MessageId, reason);
        await delivery.DeadLetterAsync(reason);
    }

    private static readonly Action<ILogger, string, string, Exception?> ReceiveFailedMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogReceiveFailed)),
        "Topic {Topic}, {Handler}: receiving failed; trying again in a second.");

    private void LogReceiveFailed(Exception failure, string topic, string handler) => ReceiveFailedMessage(logger, topic, handler, failure);

    private static readonly Action<ILogger, string, string, Exception?> NotEndedMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogNotEnded)),
        "Topic {Topic}, {Handler}: a delivery could not be ended; the message comes again when its lease ends.");

    private void LogNotEnded(Exception failure, string topic, string handler) => NotEndedMessage(logger, topic, handler, failure);

    private static readonly Action<ILogger, string, string, Exception?> NotRenewedMessage = LoggerMessage.Define<string, string>(LogLevel.Warning, new(0, nameof(LogNotRenewed)),
        "Topic {Topic}, {Handler}: a lease could not be renewed; the message may come twice.");

    private void LogNotRenewed(Exception failure, string topic, string handler) => NotRenewedMessage(logger, topic, handler, failure);

    private static readonly Action<ILogger, string, string, string, int, int, Exception?> FailedMessage = LoggerMessage.Define<string, string, string, int, int>(LogLevel.Warning, new(0, nameof(LogFailed)),
        "Topic {Topic}, {Handler}: message {MessageId} failed, attempt {Attempt} of {Attempts}.");

    private void LogFailed(Exception failure, string topic, string handler, string messageId, int attempt, int attempts) => FailedMessage(logger, topic, handler, messageId, attempt, attempts, failure);

    private static readonly Action<ILogger, string, string, TimeSpan, string, Exception?> RetryLaterMessage = LoggerMessage.Define<string, string, TimeSpan, string>(LogLevel.Warning, new(0, nameof(LogRetryLater)),
        "Topic {Topic}, {Handler}: kept for {Delay}: {Reason}");

    private void LogRetryLater(string topic, string handler, TimeSpan delay, string reason) => RetryLaterMessage(logger, topic, handler, delay, reason, null);

    private static readonly Action<ILogger, string, string, string, string, Exception?> DeadLetterMessage = LoggerMessage.Define<string, string, string, string>(LogLevel.Error, new(0, nameof(LogDeadLetter)),
        "Topic {Topic}, {Handler}: message {MessageId} is now a dead letter: {Reason}");

    private void LogDeadLetter(string topic, string handler, string messageId, string reason) => DeadLetterMessage(logger, topic, handler, messageId, reason, null);
}
