namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>What a message says of a member that cannot be a key, as each attribute that takes one says it.</summary>
/// <param name="Noun">What the member has to be: <c>public property or field</c>.</param>
/// <param name="Otherwise">What to do where the type has no such member.</param>
/// <param name="Sensitive">Why a sensitive member cannot be one.</param>
internal sealed record KeyAdvice(string Noun, string Otherwise, string Sensitive);
