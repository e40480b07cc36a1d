using System.Globalization;
using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Naming;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Compiler.Tests.Emit.Naming;

/// <summary>What the deployment engine will call a resource is never longer than the provider takes.</summary>
public sealed class FittingNameTests
{
    // Kubernetes documentation: Object Names and IDs, CronJob, read 2026-11-22.
    private const int LongestObject = 63;
    private const int LongestCronJob = 52;

    private const string NamePrefix = "namePrefix";

    // Elastic Load Balancing takes 32 letters, of which the provider appends 26 to a prefix (Terraform AWS provider: aws_lb, name_prefix).
    private const int LongestPrefix = 6;

    private static readonly string[] NameInputs = ["name", "family", "identifier", "clusterIdentifier", "replicationGroupId", "userId", "userGroupId", "userName", "bucket", "nodeGroupName", "statementId", "targetId"];

    // Their names are no names of ours: a stage is called $default, a record like its domain.
    private static readonly string[] NotNamed =
        ["aws:apigatewayv2/stage:Stage", "aws:route53/record:Record"];

    private static readonly NodeId Owner = new(new("pubsub"), "events");

    public static TheoryData<string> Variants => [.. LongNames.Variants];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Names_fit_however_long_ids_are(string variant)
    {
        var graph = LongNames.Emit(variant).Resources;

        Assert.NotNull(graph);
        Assert.DoesNotContain(graph.Resources.Items, resource => TooLong(resource));
        Assert.Empty(graph.Resources.Items.GroupBy(resource => resource.Name).Where(name => name.Count() > 1).Select(name => name.Key));
        Assert.Empty(ResourceGraphCheck.Problems(graph, ProviderSchema.Current));
    }

    /// <summary>Without shortening some would not fit: the test above says something.</summary>
    [Fact]
    public void Some_would_not_fit()
    {
        var shortened = LongNames.Variants
            .SelectMany(variant => LongNames.Emit(variant).Resources?.Resources.Items ?? [])
            .Where(resource => resource.Name.Value.Split('-')[^1] is { Length: 6 } end && end.All(char.IsAsciiHexDigitLower) && end.Any(char.IsAsciiDigit))
            .Select(resource => resource.Type.Value)
            .ToHashSet(StringComparer.Ordinal);

        Assert.Superset(new HashSet<string>(["aws:sqs/queue:Queue", "aws:elasticache/replicationGroup:ReplicationGroup", "aws:memorydb/cluster:Cluster", "aws:cloudwatch/eventRule:EventRule"]), shortened);
    }

    [Fact]
    public void Names_that_begin_alike_stay_apart_and_references_follow()
    {
        var (one, other) = (Queue(new string('q', 90) + "-1"), Queue(new string('q', 90) + "-2"));
        var policy = new Resource(new("policy"), new("aws:sqs/queuePolicy:QueuePolicy"), InputValue.Map.Of(
            new("queueUrl", one.Output("url")),
            new("policy", new InputValue.Json(InputValue.Map.Of(new InputValue.Entry("Resource", InputValue.List.Of(InputValue.Interpolation.Of(one.Output("arn"), "/*"))))))), new(DependsOn: new([other.Name])), Owner);
        var names = FittingNames.For([one, other, policy]);
        var (first, second, reading) = (names.In(one), names.In(other), names.In(policy));

        Assert.Equal(72, first.Name.Value.Length);
        Assert.NotEqual(first.Name, second.Name);
        Assert.Equal(first.Output("url"), reading.Inputs.Find("queueUrl"));
        Assert.Contains(first.Output("arn"), reading.Inputs.DescendantsAndSelf());
        Assert.Equal(second.Name, Assert.Single(reading.Options.DependsOn.Items));
    }

    [Theory]
    [InlineData(72, true)]
    [InlineData(73, false)]
    public void A_name_that_fits_stays(int letters, bool stays)
    {
        var queue = Queue(new string('q', letters));

        Assert.Equal(stays, FittingNames.For([queue]).In(queue).Name == queue.Name);
    }

    [Fact]
    public void An_id_that_is_longer_than_annotations_allow_is_refused() => Assert.Contains(
        App.Analyze($"[assembly: Expose(\"{new string('a', 61)}\")]\nWebApplication.CreateBuilder(args).Build().Run();").Diagnostics.Items,
        found => found.Rule.Code.Value == "KL1001");

    /// <summary>Where this fails: add the type to src/Klotho.Emit/Schema/names.json.</summary>
    [Fact]
    public void Every_type_that_is_emitted_and_named_has_a_limit()
    {
        var types = Golden.CasesOf(EmitCase.Stage).Cast<object[]>().SelectMany(row => EmitCase.Run($"{row[0]}").Resources?.Resources.Items ?? [])
            .Concat(LongNames.Variants.SelectMany(variant => LongNames.Emit(variant).Resources?.Resources.Items ?? []))
            .Select(resource => resource.Type)
            .Where(type => type.Provider == "aws" && !type.IsProvider)
            .Distinct()
            .Where(type => IsNamed(type) && !NotNamed.Contains(type.Value))
            .ToList();

        Assert.InRange(types.Count, 30, int.MaxValue);
        Assert.DoesNotContain(types, type => NameLimits.Current.Find(type) is null);
    }

    [Fact]
    public void The_document_lists_them()
    {
        var text = new StringBuilder("\n| type | letters | source | basis |\n|---|---|---|---|\n");
        foreach (var limit in NameLimits.Current.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{limit.Type}` | {limit.Most} | {limit.Source} | {limit.Basis} |\n");
        }

        MarkedDocument.Check(Path.Combine(Repository.Root, "docs/facts.md"), ("names", $"{text}\n"));
    }

    private static Resource Queue(string name) => new(new(name), new("aws:sqs/queue:Queue"), InputValue.Map.Of(), ResourceOptions.None, Owner);

    /// <summary>A type has a name where it has an input for it that can be left to the engine.</summary>
    private static bool IsNamed(ProviderToken type) => ProviderSchema.Current.FindResource(type)?.Inputs.Items.Any(input => NameInputs.Contains(input.Name) && !input.Required) == true;

    private static bool TooLong(Resource resource)
    {
        var given = NameInputs.Select(resource.Inputs.Find).OfType<InputValue.Text>().Select(name => name.Value.Length).FirstOrDefault();
        if (resource.Type.Provider == "kubernetes" && resource.Inputs.Find("metadata") is InputValue.Map metadata)
        {
            return metadata.Find("name") is InputValue.Text name && name.Value.Length > (resource.Type.Value.EndsWith(":CronJob", StringComparison.Ordinal) ? LongestCronJob : LongestObject);
        }

        if (NameLimits.Current.Find(resource.Type) is not { } limit)
        {
            return false;
        }

        return resource.Inputs.Find(NamePrefix) is InputValue.Text prefix ? limit.Most == 32 && prefix.Value.Length > LongestPrefix
            : given > 0 ? given > limit.Most
            : NameInputs.All(input => resource.Inputs.Find(input) is null) && resource.Name.Value.Length + NameLimits.Current.Appended > limit.Most;
    }
}
