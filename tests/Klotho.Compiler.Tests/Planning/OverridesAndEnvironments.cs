using Klotho.Analysis.Collections;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>What the command line sets is checked like a file, and what environments say is checked whichever is chosen.</summary>
public sealed class OverridesAndEnvironments
{
    [Theory]
    [InlineData("execution_units.ocr.type=fargate", "")]
    [InlineData("requirements.latency=300ms", "")]
    [InlineData("requirements.regions=[eu-west-1, eu-central-1]", "")]
    [InlineData("app=\"shop\"", "")]
    [InlineData("execution_units.ocr={type: lambda, infra_params: {memory: 512}}", "")]
    [InlineData("execution_units.ocr.typ=fargate", "KL2006 21-24")]
    [InlineData("execution_units.ocr.type=fargat", "KL2010 26-32")]
    [InlineData("execution_units.ocr.infra_params.memory=huge", "KL2008 41-45")]
    [InlineData("requirements.latency.p99=300", "KL2020 26-29")]
    [InlineData("requirements.latency.p99=", "KL2008 22-25")]
    [InlineData("requirements.latency.p99", "KL2008 22-25")]
    [InlineData("", "KL2006 1-1")]
    [InlineData("=", "KL2006 1-1")]
    [InlineData("app", "KL2008 1-4")]
    [InlineData("app=[a", "KL2001 7-7")]
    [InlineData("..=1", "KL2006 1-1")]
    public void A_setting_of_the_command_line_is_checked_where_it_stands(string text, string expected)
    {
        var read = ConfigurationReader.Run(new(EquatableArray<ConfigurationFile>.Empty, TestCatalogue.Shipped) { Overrides = new([text]) });

        Assert.Equal(expected, string.Join(' ', read.Diagnostics.Items.Select(found => $"{found.Rule.Code} {found.Location.Column}-{found.Location.EndColumn}")));
        Assert.All(read.Diagnostics, found => Assert.Equal($"--set {text}", found.Location.Path.Value));
        Assert.All(read.Configuration.Settings, setting => Assert.Equal($"--set {text}", $"{setting.Origin}"));
    }

    [Fact]
    public void Every_environment_is_checked_and_one_holds()
    {
        var file = new ConfigurationFile(new("klotho.yaml"), """
            out_dir: one
            environments:
              prod: {out_dir: two, requirements: {latency: 300}}
              test: {persisted: {kv: {slides: {type: dynamo}}}}
              .bad: {}
              other: {app: shop}
            """);
        var read = ConfigurationReader.Run(new(new([file]), TestCatalogue.Shipped) { Environment = "prod" });

        Assert.Equal("two", read.Configuration.OutDir);
        Assert.Equal(["other", "prod", "test"], read.Configuration.Environments);
        Assert.Equal(
            ["KL2020 3:48", "KL2010 4:42", "KL2009 5:3", "KL2006 6:11"],
            read.Diagnostics.Items.Select(found => $"{found.Rule.Code} {found.Location.Line}:{found.Location.Column}"));
        Assert.Contains("`environments.prod.requirements.latency.p99`", read.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Imports_are_typed_and_sorted()
    {
        var read = RequirementCases.Read("imports: {persisted: {kv: {slides: slides-table}, fs: {images: my-bucket}}, pubsub: {uploaded: \"arn:aws:sns:eu-west-1:1:uploaded\"}}\n");

        Assert.Equal(
            ["fs:images my-bucket", "kv:slides slides-table", "pubsub:uploaded arn:aws:sns:eu-west-1:1:uploaded"],
            read.Imports.Items.Select(import => $"{import.Node} {import.ProviderId}"));
    }

    [Theory]
    [InlineData("{}", "us-east-1 default")]
    [InlineData("{region: eu-west-1}", "eu-west-1 klotho.yaml:1")]
    [InlineData("{requirements: {data_residency: eu}}", "eu-central-1 klotho.yaml:1")]
    [InlineData("{requirements: {data_residency: jp}}", "ap-northeast-1 klotho.yaml:1")]
    [InlineData("{requirements: {regions: [eu-west-2, eu-west-1]}}", "eu-west-2 klotho.yaml:1")]
    [InlineData("{requirements: {regions: [eu-west-2, eu-west-1], data_residency: eu}}", "eu-west-1 klotho.yaml:1")]
    public void The_region_follows_from_what_is_said(string text, string expected)
    {
        var choice = RegionChoice.Of(RequirementCases.Read(text), [new("us-east-1"), new("eu-central-1")]);

        Assert.Equal(expected, $"{choice.Region} {choice.Origin}");
    }
}
