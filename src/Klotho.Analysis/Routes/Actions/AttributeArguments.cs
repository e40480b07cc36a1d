namespace Klotho.Analysis.Routes.Actions;

/// <summary>What an attribute is made with, as far as routes care.</summary>
/// <param name="Texts">The texts, in order; null where it is given none.</param>
/// <param name="Lists">The lists of texts.</param>
internal sealed record AttributeArguments(IReadOnlyList<string?> Texts, IReadOnlyList<IReadOnlyList<string>> Lists);
