using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>What code asks of AWS itself is told, with the action that nobody grants.</summary>
public sealed class AwsRequestTests
{
    [Theory]
    [InlineData("s3.PutObjectAsync(new() { BucketName = \"b\" })", "s3:PutObject")]
    [InlineData("s3.GetObjectAsync(\"b\", \"k\")", "s3:GetObject")]
    [InlineData("s3.ListObjectsV2Async(new())", "s3:ListBucket")]
    [InlineData("Task.FromResult(s3.Paginators.ListObjectsV2(new()))", "s3:ListBucket", "s3.Paginators.ListObjectsV2(new())")]
    [InlineData("s3.CopyObjectAsync(\"a\", \"k\", \"b\", \"k\")", "s3:GetObject', 's3:PutObject")]
    [InlineData("new Amazon.S3.Transfer.TransferUtility(s3).UploadAsync(\"file\", \"b\")", "s3:AbortMultipartUpload', 's3:PutObject")]
    [InlineData("Transfer.DownloadDirectoryAsync(\"b\", \"d\", \"l\")", "s3:GetObject', 's3:ListBucket")]
    [InlineData("Transfer.OpenStreamWithResponseAsync(\"b\", \"k\")", "s3:GetObject")]
    [InlineData("s3.UploadObjectFromStreamAsync(\"b\", \"k\", Stream.Null, null)", "s3:PutObject")]
    [InlineData("Model.LoadAsync<Images>(\"k\", cancel)", "dynamodb:DescribeTable', 'dynamodb:GetItem")]
    [InlineData("Model.SaveAsync(this, cancel)", "dynamodb:DescribeTable', 'dynamodb:UpdateItem")]
    [InlineData("Task.FromResult(Model.QueryAsync<Images>(\"k\"))", "dynamodb:DescribeTable', 'dynamodb:Query", "Model.QueryAsync<Images>(\"k\")")]
    [InlineData("Model.CreateTransactWrite<Images>().ExecuteAsync(cancel)", "dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem")]
    [InlineData("new Amazon.DynamoDBv2.AmazonDynamoDBClient().TransactGetItemsAsync(new())", "dynamodb:GetItem")]
    [InlineData("new Amazon.DynamoDBv2.AmazonDynamoDBClient().GetItemAsync(\"t\", [])", "dynamodb:GetItem")]
    public void A_request_is_told_with_its_action(string expression, string action, string? request = null)
    {
        var marked = expression.Replace(request ?? expression, $"⟦KL1073:{request ?? expression}⟧", StringComparison.Ordinal);
        var result = Squiggle.Check($$"""
            using Amazon.S3;
            var app = WebApplication.CreateBuilder(args).Build();
            app.Run();
            [ExecUnit("images")]
            class Images(IAmazonS3 s3)
            {
                [Schedule("nightly", "0 3 * * *")]
                public Task Run(CancellationToken cancel) => {{marked}};
                public object Client => s3;
                static readonly Amazon.S3.Transfer.ITransferUtility Transfer = null!;
                static readonly Amazon.DynamoDBv2.DataModel.IDynamoDBContext Model = null!;
            }
            """);

        var told = result.Diagnostics.Items.Single(each => each.Rule.Code.Value == "KL1073").Message;
        Assert.Contains($"'{action}'", told, StringComparison.Ordinal);
        Assert.Contains("\"images\"", told, StringComparison.Ordinal);
    }

    /// <summary>Where the documentation of AWS says that an operation needs another action than that of its name.</summary>
    [Theory]
    [InlineData("Lambda", "IAmazonLambda", "InvokeAsync", "lambda:InvokeFunction")]
    [InlineData("Lambda", "IAmazonLambda", "InvokeWithResponseStreamAsync", "lambda:InvokeFunction")]
    [InlineData("Lambda", "IAmazonLambda", "GetLayerVersionByArnAsync", "lambda:GetLayerVersion")]
    [InlineData("Lambda", "IAmazonLambda", "GetFunctionAsync", "lambda:GetFunction")]
    [InlineData("SQS", "IAmazonSQS", "SendMessageBatchAsync", "sqs:SendMessage")]
    [InlineData("SQS", "IAmazonSQS", "DeleteMessageBatchAsync", "sqs:DeleteMessage")]
    [InlineData("SQS", "IAmazonSQS", "ChangeMessageVisibilityBatchAsync", "sqs:ChangeMessageVisibility")]
    [InlineData("SQS", "IAmazonSQS", "ReceiveMessageAsync", "sqs:ReceiveMessage")]
    [InlineData("SQS", "IAmazonSQS", "AuthorizeS3ToSendMessageAsync", "sqs:GetQueueAttributes', 'sqs:SetQueueAttributes")]
    [InlineData("SQS", "IAmazonSQS", "CancelMessageMoveTaskAsync", "sqs:CancelMessageMoveTask', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage")]
    [InlineData("SimpleNotificationService", "IAmazonSimpleNotificationService", "PublishBatchAsync", "sns:Publish")]
    [InlineData("SimpleNotificationService", "IAmazonSimpleNotificationService", "FindTopicAsync", "sns:ListTopics")]
    [InlineData("SimpleNotificationService", "IAmazonSimpleNotificationService", "SubscribeQueueAsync", "sns:Subscribe', 'sqs:GetQueueAttributes', 'sqs:SetQueueAttributes")]
    [InlineData("BedrockRuntime", "IAmazonBedrockRuntime", "InvokeModelAsync", "bedrock:InvokeModel")]
    [InlineData("BedrockRuntime", "IAmazonBedrockRuntime", "InvokeModelWithResponseStreamAsync", "bedrock:InvokeModelWithResponseStream")]
    [InlineData("BedrockRuntime", "IAmazonBedrockRuntime", "ConverseAsync", "bedrock:InvokeModel")]
    [InlineData("BedrockRuntime", "IAmazonBedrockRuntime", "ConverseStreamAsync", "bedrock:InvokeModelWithResponseStream")]
    [InlineData("BedrockRuntime", "IAmazonBedrockRuntime", "StartAsyncInvokeAsync", "bedrock:InvokeModel")]
    [InlineData("BedrockRuntime", "IAmazonBedrockRuntime", "ApplyGuardrailAsync", "bedrock:ApplyGuardrail")]
    public void An_operation_is_told_with_the_action_that_AWS_documents(string service, string client, string operation, string action)
    {
        var library = App.Library($"AWSSDK.{service}", [($"{client}.cs", $"namespace Amazon.{service}; public interface {client} : Amazon.Runtime.IAmazonService {{ System.Threading.Tasks.Task {operation}(object request); }}")]);
        var result = App.Analyze(App.Compile([("Program.cs", $$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", (Amazon.{{service}}.{{client}} aws) => aws.{{operation}}(new()));
            app.Run();
            """)], library));

        var told = result.Diagnostics.Items.Single(each => each.Rule.Code.Value == "KL1073").Message;
        Assert.Contains($"'{action}'", told, StringComparison.Ordinal);
        Assert.Contains($"{client}.{operation}", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_runtime_asks_of_AWS_for_an_annotated_resource_is_not_told() => Squiggle.Check("""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", ([Persist("images")] IBlobStore images) => images.DeleteAsync("a"));
        app.Run();
        """);
}
