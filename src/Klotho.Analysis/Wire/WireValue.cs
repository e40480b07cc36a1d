namespace Klotho.Analysis.Wire;

/// <summary>What stands at one place of a payload.</summary>
/// <param name="Shape">What it is where it is not null.</param>
/// <param name="MayBeNull">Whether the code allows null here, so that null may be written.</param>
/// <param name="RefusesNull">Whether reading null fails. A reader takes null for a reference unless it is told otherwise.</param>
public sealed record WireValue(WireShape Shape, bool MayBeNull, bool RefusesNull);
