namespace Klotho.Planning.Compatibility;

/// <summary>A place where a reader does not get what was written.</summary>
/// <param name="Path">The place.</param>
/// <param name="Effect">What happens.</param>
/// <param name="Written">What is written there, in a few words.</param>
/// <param name="Read">What the reader does with it, in a few words that end the sentence which <paramref name="Written"/> begins.</param>
public sealed record WireBreak(WirePath Path, WireEffect Effect, string Written, string Read)
{
    public override string ToString() => $"{Path}: {Written}, {Read}";
}
