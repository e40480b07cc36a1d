using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Annotations;

/// <summary>What one use of an annotation adds to the generated module.</summary>
/// <param name="Declarations">C# expressions that construct the runtime's declarations.</param>
/// <param name="Clients">Classes that these construct.</param>
public sealed record WiringPart(EquatableArray<string> Declarations, EquatableArray<ClientClass> Clients)
{
    public static readonly WiringPart Nothing = new(EquatableArray<string>.Empty, EquatableArray<ClientClass>.Empty);

    public static WiringPart Of(params string[] declarations) => new(declarations.ToEquatableArray(), EquatableArray<ClientClass>.Empty);
}
