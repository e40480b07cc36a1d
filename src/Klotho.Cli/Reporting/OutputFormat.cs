namespace Klotho.Cli.Reporting;

/// <summary>For whom results are printed.</summary>
internal enum OutputFormat
{
    /// <summary>For a person.</summary>
    Text,

    /// <summary>For a program: one document on standard output.</summary>
    Json,

    /// <summary>For a comment on a pull request.</summary>
    Markdown,

    /// <summary>Diagnostics for code scanning: SARIF 2.1.0.</summary>
    Sarif,

    /// <summary>Diagnostics for GitHub Actions: workflow commands.</summary>
    GitHub,

    /// <summary>Diagnostics for Azure Pipelines: logging commands.</summary>
    AzureDevOps,

    /// <summary>A picture as Mermaid text, for pull requests and wikis.</summary>
    Mermaid,

    /// <summary>A picture as Graphviz text.</summary>
    Dot,

    /// <summary>A picture.</summary>
    Svg,
}
