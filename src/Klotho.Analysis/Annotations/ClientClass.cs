using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Annotations;

/// <summary>A class of the generated file that implements an interface by calling the unit that implements it.</summary>
/// <param name="Name">Its name, without a namespace.</param>
/// <param name="Lines">Its source.</param>
public sealed record ClientClass(string Name, EquatableArray<string> Lines);
