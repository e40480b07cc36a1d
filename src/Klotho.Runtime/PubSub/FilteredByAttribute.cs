namespace Klotho;

/// <summary>
/// On the type of a topic's messages: the member by whose value handlers may take some of them only (<see cref="PubSubAttribute.Only"/>). Where the
/// technology can, messages that no handler of a unit takes are not even sent to it.
/// </summary>
/// <param name="member">
/// The public property or field: <c>nameof(OrderChanged.State)</c>. Text, an integer, a Guid or an enum. A message that has nothing in it is
/// one of the handlers that take all.
/// </param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class FilteredByAttribute(string member) : Attribute
{
    /// <summary>The property or field of the message.</summary>
    public string Member { get; } = member;
}
