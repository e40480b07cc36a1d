namespace Klotho.Wiring;

/// <summary>Why a call was not let in. Nothing has run.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Code">One of the codes of <see cref="UnitCallException"/>.</param>
/// <param name="Message">What the caller is told.</param>
internal sealed record CallRefusal(int Status, string Code, string Message);
