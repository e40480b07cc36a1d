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
            }
            """);

        var told = result.Diagnostics.Items.Single(each => each.Rule.Code.Value == "KL1073").Message;
        Assert.Contains($"'{action}'", told, StringComparison.Ordinal);
        Assert.Contains("\"images\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_runtime_asks_of_AWS_for_an_annotated_resource_is_not_told() => Squiggle.Check("""
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", ([Persist("images")] IBlobStore images) => images.DeleteAsync("a"));
        app.Run();
        """);
}
