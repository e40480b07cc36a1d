namespace Klotho;

/// <summary>
/// On the type of a topic's messages: each handler gets those that have one value in the named member in the order in which they were published,
/// one at a time. A message that fails holds up the later ones of its own key, until it is handled or a dead letter, and nothing else; messages
/// of different keys are handled at once and in no promised order. What is published at the same time has no order.
/// </summary>
/// <param name="key">
/// The public property or field that tells one order from another: <c>nameof(SlideUploaded.Deck)</c>. Text, an integer, a Guid or an enum,
/// which is never empty: publishing fails where it is.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class OrderedByAttribute(string key) : Attribute
{
    /// <summary>The property or field of the message.</summary>
    public string Key { get; } = key;
}
