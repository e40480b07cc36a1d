using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>How a function starts, rests and ends.</summary>
public sealed class FunctionLifetimeTests
{
    [Fact]
    public async Task A_terminated_function_that_waits_ends_at_once_and_well()
    {
        await using var function = await LambdaFunction.StartAsync();
        await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"));
        await Eventually.IsTrue(() => function.Lambda.Asked == 2, "the function asks for its next invocation");

        function.Terminate();

        Assert.Equal(0, (await function.EndAsync()).Code);
    }

    [Fact]
    public async Task A_terminated_function_answers_what_is_in_flight()
    {
        await using var function = await LambdaFunction.StartAsync();
        await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"));
        var slow = function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/slow"));
        await Task.Delay(500);

        function.Terminate();

        Assert.Equal("at last", (await slow).Text);
        Assert.Equal(0, (await function.EndAsync()).Code);
    }

    [Fact]
    public async Task A_function_whose_extension_is_refused_answers_and_says_that_it_will_be_killed()
    {
        await using var function = LambdaFunction.Start(await LambdaSimulator.StartAsync(takesExtensions: false));
        Assert.Equal(200, (await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"))).Status);

        function.Terminate();

        var (code, output) = await function.EndAsync();
        Assert.NotEqual(0, code);
        Assert.Contains("SIGTERM", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_cannot_start_says_why()
    {
        await using var function = await LambdaFunction.StartAsync(("Klotho:Unit", "nobody"));

        var error = await function.Lambda.InitError.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("System.InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Contains("nobody", error.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.NotEqual(0, (await function.EndAsync()).Code);
    }

    [Fact]
    public async Task A_function_polls_no_queue_and_keeps_no_time()
    {
        using var folder = new TemporaryFolder();
        var files = new BlobStore(new FileBlobDriver(Path.Combine(folder.Path, "blobs", "files")));
        await using var function = await LambdaFunction.StartAsync(("Klotho:Data", folder.Path));

        // Behind Kestrel the handler of this message, which the function publishes itself, would run at once.
        Assert.Equal(200, (await function.Lambda.InvokeAsync(LambdaEvents.Request("POST", "/jobs/1", "milliseconds=0"))).Status);
        await Task.Delay(TimeSpan.FromSeconds(61 - DateTime.UtcNow.Second));

        Assert.Equal(0, await files.ListAsync("begun/", default).CountAsync());
        Assert.Equal(0, await files.ListAsync("rounds/", default).CountAsync());
    }
}
