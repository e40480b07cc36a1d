namespace Klotho.Analysis.Routes.Templates;

/// <summary>A literal or a parameter of a route template.</summary>
/// <param name="IsLiteral">Whether it is a literal.</param>
/// <param name="Text">The literal, or the parameter's name.</param>
internal sealed record TemplatePart(bool IsLiteral, string Text)
{
    public bool IsCatchAll { get; init; }

    public bool IsOptional { get; init; }

    /// <summary>What the parameter is where the path does not say; null where it must.</summary>
    public string? Default { get; init; }

    /// <summary>As they are written: <c>int</c>, <c>min(1)</c>.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];
}
