namespace Klotho.Cli.Reporting;

/// <summary>The one list of forms for programs: a new one is a file here, a line here and a word in <see cref="OutputFormat"/>.</summary>
internal static class DiagnosticFormats
{
    public static readonly IReadOnlyList<IDiagnosticFormat> All = [new SarifFormat(), new GitHubFormat(), new AzureDevOpsFormat()];

    public static IDiagnosticFormat? Find(OutputFormat format) => All.FirstOrDefault(known => known.Format == format);
}
