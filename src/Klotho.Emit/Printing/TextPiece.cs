namespace Klotho.Emit.Printing;

/// <summary>A piece of a text in a class that several components share: what stays, or a name that each of them has its own of.</summary>
/// <param name="Text">The piece as it stands, or what the parameter is called.</param>
/// <param name="IsParameter">Whether each component gives it.</param>
/// <param name="Underscored">Whether the name's hyphens are underscores here, as in names of variables.</param>
internal sealed record TextPiece(string Text, bool IsParameter = false, bool Underscored = false);
