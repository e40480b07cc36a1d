using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>The schema check finds what a lowering can get wrong, and the names of the SDK are complete.</summary>
public sealed class SchemaTests
{
    private const string Queue = "aws:sqs/queue:Queue";

    [Theory]
    [InlineData("delay", "there is no input delay")]
    [InlineData("name", "Truth where Text is expected")]
    public void A_wrong_input_is_found(string input, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Of("q", Queue, new InputValue.Entry(input, true)))));

    [Fact]
    public void A_value_that_the_provider_does_not_name_is_found()
    {
        Assert.Contains("IAM is not one of AWS_IAM|NONE", Assert.Single(Problems(Of("u", "aws:lambda/functionUrl:FunctionUrl",
            new("functionName", "f"), new("authorizationType", "IAM")))));
        Assert.Contains("AA is not one of aws:route53.RecordType", Assert.Single(Problems(Of("r", "aws:route53/record:Record",
            new("name", "r"), new("zoneId", "z"), new("type", "AA")))));
        Assert.Contains("docker-build:Platform has no linux/c64", Assert.Single(Problems(Of("i", "docker-build:index:Image",
            new("push", false), new("platforms", InputValue.List.Of("linux/c64"))))));
    }

    [Fact]
    public void A_deprecated_input_is_found() =>
        Assert.Contains("isEnabled is deprecated", Assert.Single(Problems(Of("e", "aws:cloudwatch/eventRule:EventRule", new InputValue.Entry("isEnabled", true)))));

    [Fact]
    public void A_deprecated_resource_is_found() =>
        Assert.Contains("aws:s3/bucketV2:BucketV2 is deprecated", Assert.Single(Problems(Of("b", "aws:s3/bucketV2:BucketV2"))));

    /// <summary>The data has one deprecated type, so that this check is one that can fail.</summary>
    [Fact]
    public void No_other_type_of_the_schema_is_deprecated() =>
        Assert.Equal(["aws:s3/bucketV2:BucketV2"], ProviderSchema.Current.Resources.Where(resource => resource.Deprecated).Select(resource => resource.Token.Value));

    [Fact]
    public void A_fraction_stands_only_where_the_provider_takes_one()
    {
        Assert.Contains("Fraction where a whole number", Assert.Single(Problems(Of("q", Queue, new InputValue.Entry("delaySeconds", 0.5m)))));
        Assert.Empty(Problems(Of("s", "aws:xray/samplingRule:SamplingRule",
            new("fixedRate", 0.5m), new("host", "*"), new("httpMethod", "*"), new("priority", 1), new("reservoirSize", 1), new("resourceArn", "*"),
            new("serviceName", "*"), new("serviceType", "*"), new("urlPath", "*"), new("version", 1))));
    }

    [Fact]
    public void A_way_into_an_output_that_is_not_there_is_found()
    {
        var database = Of("d", "aws:rds/instance:Instance", new InputValue.Entry("instanceClass", "db.t4g.micro"));

        Assert.Empty(Problems(database, Of("q", Queue, new InputValue.Entry("name", new InputValue.Reference(new("d"), "masterUserSecrets[0].secretArn")))));
        Assert.Contains("has no output masterUserSecrets[0].colour", Assert.Single(Problems(
            database, Of("q", Queue, new InputValue.Entry("name", new InputValue.Reference(new("d"), "masterUserSecrets[0].colour"))))));
    }

    [Fact]
    public void A_wrong_argument_of_a_lookup_is_found()
    {
        InputValue Zone(string argument) => new InputValue.Lookup(
            new("aws:route53/getZone:getZone"), "zoneId", Arguments: InputValue.Map.Of(new InputValue.Entry(argument, "example.org")));

        Assert.Empty(Problems(Of("q", Queue, new InputValue.Entry("name", Zone("name")))));
        Assert.Contains("there is no input domain", Assert.Single(Problems(Of("q", Queue, new InputValue.Entry("name", Zone("domain"))))));
    }

    [Fact]
    public void A_provider_that_is_none_is_found() =>
        Assert.Contains("q is no provider", Assert.Single(Problems(
            Of("q", Queue), Of("n", "kubernetes:core/v1:Namespace") with { Options = new(Provider: new("q")) })));

    [Fact]
    public void A_number_or_a_text_is_taken_where_kubernetes_takes_both() =>
        Assert.Empty(new InputValue[] { 1, "http" }.SelectMany(port => Problems(Of("s", "kubernetes:core/v1:Service", new InputValue.Entry("spec", InputValue.Map.Of(
            new InputValue.Entry("ports", InputValue.List.Of(InputValue.Map.Of(new("port", 80), new("targetPort", port))))))))));

    [Fact]
    public void The_schema_has_the_types_of_both_providers_with_their_versions_and_dates()
    {
        Assert.InRange(ProviderSchema.Current.Resources.Count(), 120, int.MaxValue);
        Assert.Equal(["@pulumi/aws", "@pulumi/docker-build", "@pulumi/kubernetes"], ProviderSchema.Current.Packages.Select(package => package.Name));
        Assert.All(ProviderSchema.Current.Dates, date => Assert.True(DateOnly.TryParseExact(date, "yyyy-MM-dd", out _)));
    }

    /// <summary>The NuGet packages that C# programs pin are of the versions that the schema is extracted from.</summary>
    [Fact]
    public void Both_sdks_have_the_version_of_the_schema() =>
        Assert.All(ProviderSchema.Current.Packages, package => Assert.Contains(
            CSharpSdk.Current.Packages.Items,
            nuget => nuget.Version == package.Version && nuget.Name == $"Pulumi.{CSharpText.Pascal(package.Name["@pulumi/".Length..])}"));

    [Fact]
    public void A_missing_input_is_found() =>
        Assert.Contains("assumeRolePolicy is missing", Assert.Single(Problems(Of("r", "aws:iam/role:Role"))));

    [Fact]
    public void A_reference_that_ends_nowhere_is_found()
    {
        Assert.Contains("refers to x", Assert.Single(Problems(Of("q", Queue, new InputValue.Entry("name", new InputValue.Reference(new("x"), "arn"))))));
        Assert.Contains("has no output colour", Assert.Single(Problems(
            Of("a", Queue), Of("q", Queue, new InputValue.Entry("name", new InputValue.Reference(new("a"), "colour"))))));
    }

    [Fact]
    public void A_circle_is_found() =>
        Assert.Equal(2, Problems(
            Of("a", Queue, new InputValue.Entry("name", new InputValue.Reference(new("b"), "arn"))),
            Of("b", Queue, new InputValue.Entry("name", new InputValue.Reference(new("a"), "arn")))).Count);

    [Fact]
    public void A_name_used_twice_is_found() => Assert.Contains("used 2 times", Assert.Single(Problems(Of("a", Queue), Of("a", Queue))));

    /// <summary>C# allows no member with the name of its class: the SDK renames those, and the data file must say how.</summary>
    [Fact]
    public void No_property_has_the_name_of_its_class() =>
        Assert.Empty(ProviderSchema.Current.Resources.SelectMany(resource => resource.Inputs.Items.Concat(resource.Outputs.Items)
            .Where(property => CSharpSdk.Current.Property(resource.Token.Value, property.Name) == CSharpSdk.ClassOf(resource.Token))
            .Select(property => $"{resource.Token}: {property.Name}")));

    private static List<string> Problems(params Resource[] resources) =>
        [.. ResourceGraphCheck.Problems(new(resources.ToEquatableArray(), EquatableArray<StackOutput>.Empty), ProviderSchema.Current)];

    private static Resource Of(string name, string type, params IEnumerable<InputValue.Entry> inputs) =>
        new(new(name), new(type), InputValue.Map.Of(inputs), ResourceOptions.None, new(new("kv"), name));
}
