using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Fixes;

/// <summary>One edit that mends what a diagnostic shows.</summary>
/// <param name="Title">What the IDE offers, as an order.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="New">What stands there then.</param>
internal sealed record CodeEdit(string Title, SyntaxNode Old, SyntaxNode New);
