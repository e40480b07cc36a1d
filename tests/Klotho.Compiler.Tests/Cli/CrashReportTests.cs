using Klotho.Cli.CommandLine;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>What a person may paste into a public issue after klotho failed.</summary>
public sealed class CrashReportTests
{
    [Fact]
    public void It_names_types_and_methods_and_nothing_of_the_user()
    {
        var report = CrashReport.Of(Thrown("/home/lovelace/shop", "password=s3cret"));

        Assert.Contains("System.InvalidOperationException ← System.IO.FileNotFoundException", report, StringComparison.Ordinal);
        Assert.Contains($"{nameof(CrashReportTests)}.{nameof(Fail)}", report, StringComparison.Ordinal);
        Assert.DoesNotContain("lovelace", report, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", report, StringComparison.Ordinal);
        Assert.DoesNotContain(".cs:line", report, StringComparison.Ordinal);
    }

    private static InvalidOperationException Thrown(string path, string secret)
    {
        try
        {
            Fail(path, secret);
        }
        catch (InvalidOperationException failure)
        {
            return failure;
        }

        return new();
    }

    private static void Fail(string path, string secret) =>
        throw new InvalidOperationException($"{secret} does not fit", new FileNotFoundException($"{path} is not there", path));
}
