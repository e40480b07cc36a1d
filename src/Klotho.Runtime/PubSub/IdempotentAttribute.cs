namespace Klotho;

/// <summary>
/// On a message handler, beside <see cref="PubSubAttribute"/>: the runtime runs the handler through an <see cref="Inbox"/>, so that a message
/// which is delivered again does nothing again. The inbox is a store of the unit's own, <c>{unit}-inbox</c>, which needs no declaration.
/// It remembers for <see cref="KlothoOptions.InboxRetention"/>, 60 days by default, and forgets by itself; take it as
/// <c>[Persist("{unit}-inbox")] IKeyValueStore&lt;HandledMessage&gt;</c> where a schedule is to <see cref="Inbox.ForgetAsync"/> earlier.
/// </summary>
/// <param name="key">
/// The property or field of the message that tells one piece of work from another, for messages that are published twice for one
/// thing: <c>nameof(OrderPaid.Order)</c>. Text, an integer, a Guid or an enum, which is never empty. The message's id where nothing is said.
/// </param>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class IdempotentAttribute(string? key = null) : Attribute
{
    /// <summary>The property or field of the message; null for the message's id.</summary>
    public string? Key { get; } = key;

    /// <summary>
    /// The id of the store that remembers, where it is not <c>{unit}-inbox</c>: lower-case letters, digits and hyphens, at most 40
    /// characters, beginning with a letter.
    /// </summary>
    public string? Store { get; set; }
}
