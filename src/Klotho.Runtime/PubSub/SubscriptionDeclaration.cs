using System.Diagnostics;
using System.Text.Json;
using Klotho.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>A method that handles a topic's messages in a unit.</summary>
/// <param name="topic">The topic's id.</param>
/// <param name="unit">The id of the unit that the method runs in.</param>
/// <param name="handler">The class and method, <c>OcrWorker.Handle</c>: the subscriber's name.</param>
/// <param name="invoke">Calls the method.</param>
public sealed class SubscriptionDeclaration<TClass, TMessage>(
    string topic, string unit, string handler, Func<TClass, TMessage, MessageContext, CancellationToken, ValueTask> invoke) : Declaration
    where TClass : class
{
    /// <inheritdoc />
    public override string Id { get; } = topic;

    /// <inheritdoc />
    public override string Unit { get; } = unit;

    /// <summary>The subscriber's name.</summary>
    public string Handler { get; } = handler;

    /// <summary>How messages are handled once, if they are.</summary>
    public HandledOnce<TMessage>? Once { get; init; }

    /// <summary>Which messages it takes, if not all.</summary>
    public HandledOnly<TMessage>? Only { get; init; }

    /// <summary>Whether the topic's messages are ordered by a key.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Calls the method.</summary>
    public Func<TClass, TMessage, MessageContext, CancellationToken, ValueTask> Invoke { get; } = invoke;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        // In every role: whoever publishes puts the message into each subscriber's queue.
        var subscriber = new TopicSubscriber(Id, Handler, Unit) { IsOrdered = IsOrdered };
        if (context.Services.Any(service => !service.IsKeyedService && service.ImplementationInstance is TopicSubscriber other && other.Topic == Id && other.Name == Handler))
        {
            throw new InvalidOperationException(
                $"Two methods named '{Handler}' subscribe to the topic '{Id}': they would share one queue, so that each got only some of the messages. Rename one.");
        }

        context.Services.AddSingleton(subscriber);
        context.Services.AddSingleton(new SubscriberPayload(subscriber, static serializer => serializer.RedactionOf<TMessage>()));
        context.Services.AddTopicDriver(Id, IsOrdered);
        context.Services.TryAddSingleton<UnitToken>();
        context.Services.TryAddSingleton<DeadLetterEndpoints>();
        if (context.Role.Runs(Unit))
        {
            SubscriptionHandler Subscription(IServiceProvider services) => new(subscriber, HandleAsync)
            {
                MaxAttempts = TopicAttempts.Of(services.GetRequiredService<IConfiguration>(), subscriber.Topic, services.GetRequiredService<IOptions<KlothoOptions>>().Value),
            };

            context.Services.AddSingleton(Subscription);
            context.Services.AddTriggerWorker(services => new SubscriptionWorker(
                Subscription(services),
                services.DecoratedDriver<ITopicDriver>(subscriber.Topic),
                services.GetRequiredService<IOptions<KlothoOptions>>().Value,
                services.GetRequiredService<IServiceScopeFactory>(),
                services.GetRequiredService<ILogger<SubscriptionWorker>>()));
        }
    }

    /// <inheritdoc />
    public override void Map(WebApplication app, ProcessRole role) =>
        app.Services.GetRequiredService<DeadLetterEndpoints>().MapOnce(app);

    private async ValueTask HandleAsync(IServiceProvider services, ReceivedMessage received, CancellationToken cancel)
    {
        try
        {
            await ObservedHandleAsync(services, received, cancel);
        }
        catch (Exception failure) when (services.GetRequiredService<PayloadSerializer>().RedactionOf<TMessage>() is { IsNeeded: true } redaction &&
            redaction.Redact(failure, received.Payload) is var redacted && redacted != failure)
        {
            // Whoever delivers logs it, and keeps it with the dead letter.
            throw redacted;
        }
    }

    private async ValueTask ObservedHandleAsync(IServiceProvider services, ReceivedMessage received, CancellationToken cancel)
    {
        if (!ObservedNode.IsOn)
        {
            await ReadAndInvokeAsync(services, received, cancel);
            return;
        }

        await new ObservedNode($"pubsub:{Id}") { Cause = received.Trace?.Context }.RunAsync("deliver", ActivityKind.Consumer, (this, services, received, cancel), static async at =>
        {
            await at.Item1.ReadAndInvokeAsync(at.services, at.received, at.cancel);
            return true;
        }, new("messaging.system", services.GetRequiredKeyedService<ITopicDriver>(Id).ReceivingSystem), new("messaging.operation.type", "process"), new("messaging.destination.name", Id), new("messaging.message.id", received.Id),
            new("klotho.handler", Handler), new("klotho.unit", Unit), new("klotho.attempt", received.Attempt));
    }

    private ValueTask ReadAndInvokeAsync(IServiceProvider services, ReceivedMessage received, CancellationToken cancel)
    {
        var message = Read(services.GetRequiredService<PayloadSerializer>(), received);
        if (Only?.Takes(message) == false)
        {
            return ValueTask.CompletedTask;
        }

        var target = services.GetRequiredService<TClass>();
        var context = new MessageContext(received.Id, Id, received.Attempt) { Handler = Handler };
        return Once is null
            ? Invoke(target, message, context, cancel)
            : Once.HandleAsync(services, message, context, work => Invoke(target, message, context, work), cancel);
    }

    // Whatever its version, a message is read if System.Text.Json can: that is what the rules of compatibility allow.
    private static TMessage Read(PayloadSerializer serializer, ReceivedMessage received)
    {
        try
        {
            return serializer.Read<TMessage>(received.Payload);
        }
        catch (JsonException failure)
        {
            var version = serializer.SchemaOf<TMessage>();
            var written = received.Schema is null ? "no schema" : received.Schema == version ? "the same schema" : $"schema {received.Schema}";
            throw new UnreadableMessageException(
                $"The message, written with {written}, cannot be read as {typeof(TMessage).Name} of schema {version ?? "unknown"}. {failure.GetType().FullName}: {failure.Message}", failure);
        }
    }
}
