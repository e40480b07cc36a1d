namespace Klotho.EntityFramework;

/// <summary>A message that is committed and not published yet: a row of the table <c>klotho_outbox</c>.</summary>
public sealed class OutboxMessage
{
    /// <summary>Where it stands among the others: they are published in this order.</summary>
    public long Position { get; set; }

    /// <summary>The id of its topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The id that its subscribers know it by, however often it is published.</summary>
    public required string MessageId { get; init; }

    /// <summary>What its topic is ordered by; null where there is no order.</summary>
    public string? Key { get; init; }

    /// <summary>What handlers may tell it apart by; null where there is nothing.</summary>
    public string? Filter { get; init; }

    /// <summary>The version of the schema that it is written with; null if it is not known.</summary>
    public string? Schema { get; init; }

    /// <summary>The <c>traceparent</c> of the trace that it was added in; null outside of any.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The <c>tracestate</c> of that trace; null if it has none.</summary>
    public string? TraceState { get; init; }

    /// <summary>The message.</summary>
    public required byte[] Payload { get; init; }
}
