namespace Klotho.EntityFramework;

/// <summary>That a handler is done with a message: a row of the table <c>klotho_inbox</c>.</summary>
public sealed class InboxMessage
{
    /// <summary>The topic's id and the handler's name: <c>order-placed/Ledger.Handle</c>.</summary>
    public required string Handler { get; init; }

    /// <summary>The message's id.</summary>
    public required string MessageId { get; init; }

    /// <summary>When it was done, in milliseconds since 1970 (UTC), which every database compares.</summary>
    public required long At { get; init; }
}
