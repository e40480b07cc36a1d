namespace Klotho.Drivers;

/// <summary>What befalls one operation.</summary>
/// <param name="Delay">How long it is held up.</param>
/// <param name="FailsBefore">It fails and nothing is done.</param>
/// <param name="FailsAfter">It is done, and its answer is lost.</param>
/// <param name="Duplicate">The message is delivered once more.</param>
internal readonly record struct ChaosThrow(TimeSpan Delay, bool FailsBefore, bool FailsAfter, bool Duplicate);
