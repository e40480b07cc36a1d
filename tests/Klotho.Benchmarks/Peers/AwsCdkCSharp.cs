using System.Globalization;
using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Peers;

/// <summary>The AWS CDK as <c>cdk init --language csharp</c> sets it up: a program that is built and run.</summary>
/// <param name="installed">The folder of the packages from npm, for the CDK's command.</param>
internal sealed class AwsCdkCSharp(string installed) : IPeer
{
    // Newer ones name versions of Constructs that the package source which the project must build with does not have.
    private const string Version = "2.160.0";

    public string Name => $"AWS CDK {Version}, C#";

    public string Source => "Program.cs";

    public IReadOnlyList<string> Made { get; } = [AwsCdk.Output, "bin", "obj/Debug"];

    public async Task<string> WriteAsync(string scratch, int functions)
    {
        var folder = await AwsCdk.WriteAsync(
            Path.Combine(scratch, $"cdk-{functions}"), "dotnet run --project App.csproj", (Source, Text(functions)), ("App.csproj", Project));
        await TimedProcess.OutputAsync(folder, "dotnet", "restore", "-v", "q");
        return folder;
    }

    public IReadOnlyList<string> Command(string application) => AwsCdk.Synthesis(installed);

    private const string Project = $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Amazon.CDK.Lib" Version="{Version}" />
          </ItemGroup>
        </Project>
        """;

    private static string Text(int functions) => """
        using Amazon.CDK;
        using Amazon.CDK.AWS.Apigatewayv2;
        using Amazon.CDK.AWS.DynamoDB;
        using Amazon.CDK.AWS.Lambda;
        using Amazon.CDK.AWS.Lambda.EventSources;
        using Amazon.CDK.AWS.SNS;
        using Amazon.CDK.AWS.SNS.Subscriptions;
        using Amazon.CDK.AWS.SQS;
        using Amazon.CDK.AwsApigatewayv2Integrations;
        using Attribute = Amazon.CDK.AWS.DynamoDB.Attribute;

        const int Functions = FUNCTIONS;
        var app = new App();
        var stack = new Stack(app, "Functions");
        var topics = Enumerable.Range(0, Functions + 1).Select(number => new Topic(stack, $"topic-{number:0000}")).ToList();
        var stores = Enumerable.Range(0, (Functions + 2) / 3).Select(number => new Table(stack, $"store-{number:0000}", new TableProps
        {
            PartitionKey = new Attribute { Name = "id", Type = AttributeType.STRING },
            BillingMode = BillingMode.PAY_PER_REQUEST,
        })).ToList();

        var main = Make("main", new() { ["TOPIC"] = topics[0].TopicArn });
        topics[0].GrantPublish(main);
        new HttpApi(stack, "api").AddRoutes(new AddRoutesOptions
        {
            Path = "/jobs/{id}",
            Methods = [Amazon.CDK.AWS.Apigatewayv2.HttpMethod.POST],
            Integration = new HttpLambdaIntegration("jobs", main),
        });

        for (var number = 0; number < Functions; number++)
        {
            var (store, next) = (stores[number / 3], topics[number + 1]);
            var handler = Make($"function-{number:0000}", new() { ["TABLE"] = store.TableName, ["TOPIC"] = next.TopicArn });
            var queue = new Queue(stack, $"queue-{number:0000}");
            topics[number].AddSubscription(new SqsSubscription(queue));
            handler.AddEventSource(new SqsEventSource(queue));
            store.GrantWriteData(handler);
            next.GrantPublish(handler);
        }

        app.Synth();

        Function Make(string id, Dictionary<string, string> environment) => new(stack, id, new FunctionProps
        {
            Runtime = Runtime.DOTNET_8,
            Handler = "Handlers::Handlers.Work::Handle",
            Code = Code.FromAsset("handler"),
            Environment = environment,
        });

        """.Replace("FUNCTIONS", functions.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
