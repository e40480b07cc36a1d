namespace Klotho.Analysis.Wire;

/// <summary>A value without parts. <paramref name="Numbers"/> matters to numbers only and is <see cref="WireNumbers.Default"/> for all others.</summary>
public sealed record WireScalar(WireScalarKind Kind, WireNumbers Numbers = WireNumbers.Default) : WireShape;
