using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using Klotho.Runtime.Tests.Host;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Handlers' parameters are bound, by reflection and by generated code.</summary>
public sealed class ParameterBindingTests
{
    [Fact]
    public async Task Handlers_get_their_resources_by_reflection()
    {
        await using var app = await TestApplication.StartAsync(
            HostDeclarations.All,
            new() { ["Klotho:Config:size"] = "42", ["Klotho:Secret:key"] = "s3cret" },
            map: HostEndpoints.Map);

        await HandlersWork(app.Http);
    }

    [Fact]
    public async Task Handlers_get_their_resources_by_generated_code()
    {
        await using var host = await HostProcess.StartAsync(("Klotho:Config:size", "42"), ("Klotho:Secret:key", "s3cret"));

        await HandlersWork(host.Http);
        Assert.Contains(Assembly.Load("Klotho.Runtime.Tests.Host").GetTypes(), type => type.Name.Contains("GeneratedRouteBuilderExtensions", StringComparison.Ordinal));
    }

    private static async Task HandlersWork(HttpClient http)
    {
        using var put = await http.PutAsJsonAsync("/notes/one", new Note("text"));
        Assert.Equal(HttpStatusCode.NoContent, put.StatusCode);
        Assert.Equal(new Note("text"), await http.GetFromJsonAsync<Note>("/notes/one"));

        using var file = await http.PutAsync("/files/picture", new ByteArrayContent([1, 2, 3]));
        Assert.Equal("3", await file.Content.ReadAsStringAsync());

        using var job = await http.PostAsync("/jobs/1?milliseconds=1", null);
        Assert.Equal(HttpStatusCode.OK, job.StatusCode);

        Assert.Equal("42", await http.GetStringAsync("/size"));
        Assert.Equal("s3cret", await http.GetStringAsync("/key"));
    }
}
