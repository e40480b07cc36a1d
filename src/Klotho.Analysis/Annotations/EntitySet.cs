namespace Klotho.Analysis.Annotations;

/// <summary>A part of a database that has a name of its own: the entity's full name, and the name that the context gives the set of them.</summary>
public sealed record EntitySet(string Entity, string Name);
