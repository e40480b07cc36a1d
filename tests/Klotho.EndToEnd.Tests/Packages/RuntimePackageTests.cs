using System.Net;

namespace Klotho.EndToEnd.Tests.Packages;

/// <summary>The runtime's package alone is enough: attributes, implementations, analyzer and source generator.</summary>
public sealed class RuntimePackageTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <AnalysisMode>All</AnalysisMode>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Klotho.Runtime" Version="*" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Klotho;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        app.MapPut("/notes/{id}", async (string id, [PubSub("note-written")] ITopic<NoteWritten> written, CancellationToken cancel) =>
            await written.PublishAsync(new NoteWritten(id), cancel).ConfigureAwait(false));
        app.MapGet("/notes/{id}", async (string id, [Persist("notes")] IKeyValueStore<string> notes, CancellationToken cancel) =>
            await notes.GetAsync(id, cancel).ConfigureAwait(false) is { } note ? Results.Ok(note.Value) : Results.NotFound());
        app.MapGet("/count/{text}", async (string text, ICounter counter, CancellationToken cancel) =>
            await counter.CountAsync(text, cancel).ConfigureAwait(false));
        await app.RunAsync().ConfigureAwait(false);

        internal sealed record NoteWritten(string Id);

        internal interface ICounter
        {
            Task<int> CountAsync(string text, CancellationToken cancel = default);
        }

        [ExecUnit("reader")]
        internal sealed class Reader([Persist("notes")] IKeyValueStore<string> notes) : ICounter
        {
            [PubSub("note-written")]
            public async Task Handle(NoteWritten note, CancellationToken cancel) =>
                await notes.PutAsync(note.Id, "read by the subscriber", cancel: cancel).ConfigureAwait(false);

            public Task<int> CountAsync(string text, CancellationToken cancel) => Task.FromResult(text.Length);
        }
        """;

    [Fact]
    public async Task An_application_with_the_package_builds_under_the_strictest_analysis_and_delivers()
    {
        using var application = new PackagedApplication();
        await application.PackAsync();

        var printed = await application.BuildAsync(Project, Program);
        Assert.DoesNotContain("KlothoWiring", printed, StringComparison.Ordinal);

        var (process, address) = await application.StartAsync();
        using var ended = process;
        try
        {
            await DeliversAsync(address);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task DeliversAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        Assert.Equal("5", await http.GetStringAsync("/count/slide"));
        using var put = await http.PutAsync("/notes/one", null);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            using var answer = await http.GetAsync("/notes/one", patience.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Assert.Equal("\"read by the subscriber\"", await answer.Content.ReadAsStringAsync(patience.Token));
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
