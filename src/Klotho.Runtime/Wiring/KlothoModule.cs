using System.Reflection;

namespace Klotho.Wiring;

/// <summary>What the annotations of one assembly, and of the assemblies that it references, declare.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Declarations">The declarations, those of referenced assemblies first.</param>
public sealed record KlothoModule(Assembly Assembly, IReadOnlyList<Declaration> Declarations);
