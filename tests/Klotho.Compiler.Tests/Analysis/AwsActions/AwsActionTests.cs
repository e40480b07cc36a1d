using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.Runtime.SharedInterfaces;
using Amazon.S3;
using Klotho.Analysis.Reach;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.AwsActions;

/// <summary>
/// The tables of which request needs which action are held against what there is of AWS on any machine: its clients, what they send, what their
/// documentation says, and the list of all actions of IAM.
/// </summary>
public sealed partial class AwsActionTests
{
    // Operations of DynamoDB that the client has and the list of 2026-09-26 does not know yet.
    private static readonly string[] NewerThanTheList = ["dynamodb:CancelBulkOperation", "dynamodb:DescribeBulkOperation", "dynamodb:ListBulkOperations", "dynamodb:StartBulkPutItems"];

    // Built on the client and made by it without a request.
    private static readonly string[] Silent = ["CreatePresignedPost", "GetPreSignedURL"];

    private static readonly (Type Client, string Service)[] Clients = [(typeof(IAmazonS3), "s3"), (typeof(IAmazonDynamoDB), "dynamodb")];

    private static readonly Lazy<HashSet<string>> Actions = new(() =>
        [.. new NodeTool("tests/Klotho.Compiler.Tests/Analysis/AwsActions", "iam-actions", "actions.mjs")
            .Run(string.Join('\n', [.. AwsRequests.Services, "lambda", "s3", "s3-object-lambda", "s3express", "sns", "sqs"])).Split('\n', StringSplitOptions.RemoveEmptyEntries)]);

    [Fact]
    public void Every_operation_of_the_clients_needs_an_action_that_there_is()
    {
        var wrong = Clients.SelectMany(client => Operations(client.Client).Select(operation => AwsRequests.Action(client.Service, operation)).SelectMany(needed => needed.Split(' ')))
            .Except(Actions.Value).Except(NewerThanTheList).ToList();

        Assert.Empty(wrong);
        Assert.True(Operations(typeof(IAmazonS3)).Count() > 100 && Operations(typeof(IAmazonDynamoDB)).Count() > 50);
    }

    [Fact]
    public void Every_action_of_the_tables_is_one_and_every_service_too()
    {
        Assert.Empty(AwsRequests.Operations.Select(operation => AwsRequests.Action(operation.Split(':')[0], operation.Split(':')[1])).Concat(AwsLibraries.All.Values)
            .SelectMany(needed => needed.Split(' ')).Except(Actions.Value));
        Assert.Empty(AwsRequests.Services.Except(Actions.Value.Select(action => action.Split(':')[0])));
    }

    [Fact]
    public void No_table_names_an_operation_that_there_is_not()
    {
        Assert.Empty(S3Actions.Operations.Except(Operations(typeof(IAmazonS3))));
        Assert.Empty(AwsRequests.Operations.Where(operation => operation.StartsWith("dynamodb:", StringComparison.Ordinal)).Select(operation => operation.Split(':')[1]).Except(Operations(typeof(IAmazonDynamoDB))));

        var methods = new[] { typeof(IAmazonS3), typeof(IAmazonDynamoDB), typeof(ICoreAmazonS3) }.Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetMethods().Select(method => $"{(type.IsInterface ? type.Name[1..] : type.Name)}.{Plain(method.Name)}"))
            .ToHashSet();
        Assert.Empty(AwsLibraries.All.Keys.Except(methods));
    }

    /// <summary>What of the models and transfers has a method that waits for AWS stands in the table.</summary>
    [Fact]
    public void No_method_that_is_built_on_the_clients_is_missing()
    {
        var owners = AwsLibraries.All.Keys.Select(key => key.Split('.')[0]).ToHashSet();
        var sending = new[] { typeof(IAmazonS3), typeof(IAmazonDynamoDB), typeof(ICoreAmazonS3) }.Select(type => type.Assembly).Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => (Owner: type.IsInterface ? type.Name[1..] : type.Name, method)))
            .Where(each => owners.Contains(each.Owner) && IsSending(each.method))
            .Select(each => $"{each.Owner}.{Plain(each.method.Name)}");

        Assert.Empty(sending.Distinct().Except(AwsLibraries.All.Keys));
    }

    [Fact]
    public async Task Every_operation_of_DynamoDB_is_sent_as_the_one_whose_action_the_table_names()
    {
        var sent = new SentRequests();
        using var client = new AmazonDynamoDBClient(new BasicAWSCredentials("x", "x"), new AmazonDynamoDBConfig { ServiceURL = "http://aws.test", HttpClientFactory = sent, MaxErrorRetry = 0 });

        foreach (var operation in Requests(typeof(IAmazonDynamoDB)))
        {
            var name = Plain(operation.Name);
            Assert.Equal([$"dynamodb:{name}"], await sent.OfAsync(client, operation));
        }
    }

    [Fact]
    public async Task What_S3_is_asked_of_objects_needs_the_actions_of_the_table()
    {
        var sent = new SentRequests();
        using var client = new AmazonS3Client(new BasicAWSCredentials("x", "x"), new AmazonS3Config { ServiceURL = "http://aws.test", ForcePathStyle = true, HttpClientFactory = sent, MaxErrorRetry = 0 });
        var read = new List<string>();
        foreach (var operation in Requests(typeof(IAmazonS3)))
        {
            var actions = await sent.OfAsync(client, operation);
            if (actions.Count > 0 && !actions.Any(action => action.StartsWith("unknown:", StringComparison.Ordinal)))
            {
                read.Add(Plain(operation.Name));
                Assert.Equal($"{read[^1]} {AwsRequests.Action("s3", read[^1])}", $"{read[^1]} {string.Join(' ', actions)}");
            }
        }

        Assert.Equal(
            ["AbortMultipartUpload", "CompleteMultipartUpload", "CopyObject", "CopyPart", "DeleteObject", "GetObject", "GetObjectMetadata", "InitiateMultipartUpload", "ListObjectsV2", "PutObject", "UploadPart"],
            read.Order(StringComparer.Ordinal));
    }

    /// <summary>The client's own documentation names what an operation needs; of directory buckets, which few use, it names a session besides.</summary>
    [Fact]
    public void Operations_of_S3_need_what_their_documentation_says()
    {
        var documented = Documentation("AWSSDK.S3").Where(member => member.Name.StartsWith("M:Amazon.S3.IAmazonS3.", StringComparison.Ordinal))
            .Select(member => (Operation: Plain(member.Name["M:Amazon.S3.IAmazonS3.".Length..].Split('(')[0]), Actions: ActionName().Matches(member.Text).Select(match => match.Value).Where(Actions.Value.Contains).ToHashSet()))
            .Where(each => each.Actions.Any(action => action.StartsWith("s3:", StringComparison.Ordinal)))
            .ToList();

        Assert.All(documented, each => Assert.Subset(each.Actions, AwsRequests.Action("s3", each.Operation).Split(' ').ToHashSet()));
        Assert.True(documented.Count > 70, $"{documented.Count}");
    }

    private static IEnumerable<string> Operations(Type client) => client.GetMethods()
        .Where(method => method.GetParameters() is [var request, ..] && request.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal) && method.Name != "DetermineServiceOperationEndpoint")
        .Select(method => Plain(method.Name)).Distinct();

    private static IEnumerable<MethodInfo> Requests(Type client) => client.GetMethods()
        .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !Silent.Contains(Plain(method.Name)))
        .Where(method => method.GetParameters() is [var request, _] && request.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal));

    private static bool IsSending(MethodInfo method) =>
        typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name is "ISearch" or "Search" || method.ReturnType.Name.StartsWith("IAsyncSearch", StringComparison.Ordinal) || method.ReturnType.Name.StartsWith("AsyncSearch", StringComparison.Ordinal);

    private static string Plain(string method) => Regex.Replace(method, "(WithResponse)?(Async)?(``1)?$", "");

    /// <summary>The members of a package's documentation, which lies beside its assembly where packages are kept.</summary>
    private static IEnumerable<(string Name, string Text)> Documentation(string package)
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        var version = XDocument.Load(Path.Combine(Conventions.Repository.Root, "src/Packages.props")).Descendants("PackageVersion").Single(each => each.Attribute("Include")?.Value == package).Attribute("Version")?.Value;
        return XDocument.Load(Path.Combine(packages, package.ToLowerInvariant(), version ?? "", "lib/net8.0", $"{package}.xml")).Descendants("member")
            .Select(member => (member.Attribute("name")?.Value ?? "", member.Value));
    }

    [GeneratedRegex(@"\bs3[a-z-]*:\w+")]
    private static partial Regex ActionName();
}
