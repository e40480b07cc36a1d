using System.Text.Json;

namespace Klotho.Aws;

/// <summary>Handles one kind of the events that Lambda invokes a function with.</summary>
internal interface IInvocationHandler
{
    /// <summary>Whether the event is of this kind.</summary>
    bool Takes(JsonElement invoked);

    /// <summary>Handles the event and gives what Lambda is answered, as JSON. What it throws fails the invocation.</summary>
    /// <param name="invocation">The invocation, whose event this kind takes.</param>
    /// <param name="cancel">Signalled a little before the invocation's deadline.</param>
    ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel);
}
