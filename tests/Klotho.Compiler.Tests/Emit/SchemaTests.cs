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
