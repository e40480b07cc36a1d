using System.Net;
using System.Net.Http.Json;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>Generated wiring on the real runtime: the same assembly as one process, and as two that share a folder.</summary>
public sealed class LiveWiringTests
{
    [Fact]
    public async Task One_process_calls_and_delivers()
    {
        await using var app = await LiveApp.Start();
        using var client = new HttpClient { BaseAddress = app.Address };

        await CallsAndDelivers(client, unit: "");
    }

    [Fact]
    public async Task Two_processes_call_and_deliver()
    {
        var data = Directory.CreateTempSubdirectory("klotho-");
        try
        {
            string[] shared = [$"Data={data.FullName}", "UnitToken=a-token-of-this-test"];
            await using var counter = await LiveApp.Start([.. shared, "Unit=counter"]);
            await using var main = await LiveApp.Start([.. shared, "Unit=main", $"ExecUnit:counter={counter.Address}"]);
            using var client = new HttpClient { BaseAddress = main.Address };

            await CallsAndDelivers(client, unit: "counter");
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Hosted_services_start_in_the_process_of_their_unit()
    {
        var data = Directory.CreateTempSubdirectory("klotho-");
        try
        {
            await using var counter = await LiveApp.Start($"Data={data.FullName}", "Unit=counter");
            await using var main = await LiveApp.Start($"Data={data.FullName}", "Unit=main");
            using var client = new HttpClient { BaseAddress = main.Address };

            Assert.Contains("opened", await Eventually(client, "/counts/opening/counter"), StringComparison.Ordinal);
            Assert.Contains("greeted", await Eventually(client, "/counts/greeting/main"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/counts/opening/main")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/counts/greeting/counter")).StatusCode);
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_unit_that_is_not_the_default_one_serves_no_route_of_the_application()
    {
        await using var counter = await LiveApp.Start("Unit=counter", "UnitToken=a-token-of-this-test");
        using var client = new HttpClient { BaseAddress = counter.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/count?text=a")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/_klotho/health")).StatusCode);
    }

    private static async Task CallsAndDelivers(HttpClient client, string unit)
    {
        Assert.Equal($$"""{"text":"a b c in unit '{{unit}}'","words":3}""", Unescaped(await client.GetStringAsync("/count?text=a%20b%20c")));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/counts/a b c")).StatusCode);

        Assert.Equal("", (await client.GetStringAsync("/count")).Replace("null", "", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/forget?text=a%20b%20c", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/counts/a b c")).StatusCode);

        await client.PostAsJsonAsync("/written", new { Id = "one", Text = "hello" });
        Assert.Equal($$"""{"text":"hello on attempt 1 in unit '{{unit}}'","words":0}""", Unescaped(await Eventually(client, "/counts/one")));
    }

    private static async Task<string> Eventually(HttpClient client, string path)
    {
        for (var waited = 0; waited < 200; waited++)
        {
            using var response = await client.GetAsync(path);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return await response.Content.ReadAsStringAsync();
            }

            await Task.Delay(50);
        }

        return "nothing after 10 s";
    }

    private static string Unescaped(string json) => json.Replace("\\u0027", "'", StringComparison.Ordinal);
}
