using System.Runtime.InteropServices;
using Klotho.Benchmarks.Compile;

namespace Klotho.Benchmarks.Functions;

/// <summary>A small web application, published as images have it: with Klotho, bound to services of AWS, or without any of it.</summary>
/// <param name="Program">The assembly that <c>dotnet</c> runs.</param>
internal sealed record ColdApp(string Program)
{
    private const string Bare = """
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapGet("/hello/{name}", (string name) => $"Hello {name}");
        app.Run();

        """;

    private const string WithKlotho = """
        using Klotho;

        [assembly: Expose("api")]

        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlothoAws();
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        app.MapGet("/hello/{name}", (string name) => $"Hello {name}");
        app.MapPost("/notes/{name}", async (string name, [Persist("notes")] IKeyValueStore<string> notes, [PubSub("noted")] ITopic<string> noted, CancellationToken cancel) =>
        {
            await notes.PutAsync(name, name, cancel: cancel);
            await noted.PublishAsync(name, cancel);
        });
        app.Run();

        """;

    /// <summary>What no function can do without: it asks for an invocation and answers the same to each.</summary>
    private const string Constant = """"
        using var http = new HttpClient { BaseAddress = new($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/") };
        while (true)
        {
            using var next = await http.GetAsync("invocation/next");
            await next.Content.ReadAsByteArrayAsync();
            using var answer = new StringContent("""{"statusCode":200,"headers":{},"isBase64Encoded":false,"body":"Hello world"}""");
            using var taken = await http.PostAsync($"invocation/{next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First()}/response", answer);
        }

        """";

    public static Task<ColdApp> PublishConstantAsync(string folder) => PublishAsync(folder, "Constant", Constant, "");

    public static Task<ColdApp> PublishBareAsync(string folder) => PublishAsync(folder, "Bare", Bare, "");

    public static Task<ColdApp> PublishWithKlothoAsync(string folder) => PublishAsync(folder, "WithKlotho", WithKlotho, $"""
        <ItemGroup>
            <ProjectReference Include="{Path.Combine(Repository.Root, "src", "Klotho.Runtime.Aws", "Klotho.Runtime.Aws.csproj")}" />
            <Analyzer Include="{Repository.Analyzer}" />
          </ItemGroup>
        """);

    private static async Task<ColdApp> PublishAsync(string folder, string name, string source, string references)
    {
        var project = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await File.WriteAllTextAsync(Path.Combine(project, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishReadyToRun>true</PublishReadyToRun>
                <SelfContained>false</SelfContained>
              </PropertyGroup>
              {references}
            </Project>

            """);
        await File.WriteAllTextAsync(Path.Combine(project, "Program.cs"), source);
        var output = Path.Combine(folder, $"{name}.published");
        await TimedProcess.OutputAsync(
            project, "dotnet", "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output, "-p:RunAnalyzers=false", "-v", "q", "-nologo");
        return new(Path.Combine(output, $"{name}.dll"));
    }
}
