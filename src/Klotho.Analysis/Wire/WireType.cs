namespace Klotho.Analysis.Wire;

/// <summary>A type that values refer to by name: a <see cref="WireObject"/> or a <see cref="WireEnum"/>.</summary>
public abstract record WireType(WireTypeName Name);
