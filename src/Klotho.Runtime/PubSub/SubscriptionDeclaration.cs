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
    public override string Id => topic;

    /// <inheritdoc />
    public override string Unit => unit;

    /// <summary>The subscriber's name.</summary>
    public string Handler { get; } = handler;

    /// <summary>Calls the method.</summary>
    public Func<TClass, TMessage, MessageContext, CancellationToken, ValueTask> Invoke { get; } = invoke;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
    }
}
