namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The naming policies of System.Text.Json.</summary>
public enum WireNaming
{
    /// <summary>As in C#.</summary>
    None,
    CamelCase,
    SnakeCaseLower,
    SnakeCaseUpper,
    KebabCaseLower,
    KebabCaseUpper,
}
