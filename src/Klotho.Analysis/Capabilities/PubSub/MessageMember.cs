namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The member of a message that an attribute of its type names.</summary>
/// <param name="Member">The name of the property or field.</param>
/// <param name="Text">The expression of its value as text, of a variable <c>message</c>.</param>
public sealed record MessageMember(string Member, string Text);
