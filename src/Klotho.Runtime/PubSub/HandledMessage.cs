namespace Klotho;

/// <summary>An entry of an <see cref="Inbox"/>: that a handler has a message, or is done with it.</summary>
/// <param name="At">When it began, or was done.</param>
/// <param name="ClaimedUntil">Until when nobody else begins with it; null when it is done.</param>
public sealed record HandledMessage(DateTimeOffset At, DateTimeOffset? ClaimedUntil);
