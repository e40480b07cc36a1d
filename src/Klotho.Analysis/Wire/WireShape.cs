namespace Klotho.Analysis.Wire;

/// <summary>A kind of JSON value together with how it is read: one of the records that derive from this.</summary>
public abstract record WireShape;
