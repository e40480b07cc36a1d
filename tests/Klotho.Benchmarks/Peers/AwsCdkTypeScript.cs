using System.Globalization;

namespace Klotho.Benchmarks.Peers;

/// <summary>The AWS CDK as <c>cdk init --language typescript</c> sets it up.</summary>
/// <param name="installed">The folder of the packages from npm.</param>
internal sealed class AwsCdkTypeScript(string installed) : IPeer
{
    public string Name => $"AWS CDK {NpmPackage.Version(installed, "aws-cdk-lib")}, TypeScript";

    public string Source => "app.ts";

    public IReadOnlyList<string> Made { get; } = [AwsCdk.Output];

    // Node looks for packages in the folders above.
    public Task<string> WriteAsync(string scratch, int functions) => AwsCdk.WriteAsync(
        Path.Combine(installed, $"app-{functions}"), "npx ts-node --prefer-ts-exts app.ts", (Source, Text(functions)), ("tsconfig.json", Settings));

    public IReadOnlyList<string> Command(string application) => AwsCdk.Synthesis(installed);

    private const string Settings = """
        {
          "compilerOptions": {
            "target": "ES2022", "module": "NodeNext", "moduleResolution": "NodeNext", "lib": ["es2022"],
            "strict": true, "skipLibCheck": true, "esModuleInterop": true
          }
        }
        """;

    private static string Text(int functions) => """
        import { App, Stack } from "aws-cdk-lib";
        import { HttpApi, HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
        import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
        import { AttributeType, BillingMode, Table } from "aws-cdk-lib/aws-dynamodb";
        import { Code, Function, Runtime } from "aws-cdk-lib/aws-lambda";
        import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
        import { Topic } from "aws-cdk-lib/aws-sns";
        import { SqsSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
        import { Queue } from "aws-cdk-lib/aws-sqs";

        const functions = FUNCTIONS;
        const app = new App();
        const stack = new Stack(app, "Functions");
        const name = (number: number) => String(number).padStart(4, "0");
        const make = (id: string, environment: Record<string, string>) =>
          new Function(stack, id, { runtime: Runtime.NODEJS_22_X, handler: "index.handle", code: Code.fromAsset("handler"), environment });

        const topics = Array.from({ length: functions + 1 }, (_, number) => new Topic(stack, `topic-${name(number)}`));
        const stores = Array.from({ length: Math.ceil(functions / 3) }, (_, number) =>
          new Table(stack, `store-${name(number)}`, { partitionKey: { name: "id", type: AttributeType.STRING }, billingMode: BillingMode.PAY_PER_REQUEST }));

        const main = make("main", { TOPIC: topics[0].topicArn });
        topics[0].grantPublish(main);
        new HttpApi(stack, "api").addRoutes({ path: "/jobs/{id}", methods: [HttpMethod.POST], integration: new HttpLambdaIntegration("jobs", main) });

        for (let number = 0; number < functions; number++) {
          const store = stores[Math.floor(number / 3)];
          const next = topics[number + 1];
          const handler = make(`function-${name(number)}`, { TABLE: store.tableName, TOPIC: next.topicArn });
          const queue = new Queue(stack, `queue-${name(number)}`);
          topics[number].addSubscription(new SqsSubscription(queue));
          handler.addEventSource(new SqsEventSource(queue));
          store.grantWriteData(handler);
          next.grantPublish(handler);
        }

        """.Replace("FUNCTIONS", functions.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
