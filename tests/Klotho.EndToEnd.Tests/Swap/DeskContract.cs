using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>What the application does for who sees only its routes and the effects of its messages, wherever it runs.</summary>
/// <param name="host">The application as it runs in one way.</param>
public abstract class DeskContract(RunningDesk host)
{
    public static readonly string[] Needed = ["npm", "redis-server"];

    private DeskView View => new(Desk.Http);

    /// <summary>The application as it runs.</summary>
    private protected DeskHost Desk => host.Desk;

    private protected Place Place => host.Place;

    /// <summary>An order that no other way of running makes.</summary>
    private protected string Order(string name) => $"{name}-{GetType().Name}".ToLowerInvariant();

    [NeedsFact("npm", "redis-server")]
    public async Task The_same_file_runs_on_the_technology_that_it_is_bound_to()
    {
        var bound = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var process in Desk.Processes)
        {
            var bindings = await process.Http.GetFromJsonAsync<JsonObject>("_klotho/health/bindings") ?? [];
            Assert.All(bindings, binding => Assert.True("Healthy" == $"{binding.Value?["status"]}", $"{binding}\n{Desk.Output}"));
            foreach (var (name, binding) in bindings)
            {
                bound[name] = $"{binding?["scheme"]}";
            }
        }

        // A unit that only subscribes knows its queue and not the topic. Where units are apart they know each other.
        Assert.Equal(Place.Schemes, bound.Where(binding => binding.Value != "sqs" && !binding.Key.StartsWith("ExecUnit:", StringComparison.Ordinal)).ToDictionary());
        Assert.Equal(SameFile.Digest, Desk.Digest);
    }

    [NeedsFact("npm", "redis-server")]
    public async Task Another_unit_confirms_an_order_and_signs_it_with_the_secret()
    {
        var order = Order("signed");
        Assert.Equal($"{Place.Greeting}, {order} signed with {Place.Key}", await View.OrderAsync(order));
    }

    [NeedsFact("npm", "redis-server")]
    public async Task An_order_and_its_receipt_are_kept()
    {
        var order = Order("kept");
        await View.OrderAsync(order);

        Assert.Equal(order, (await View.FindAsync(order))?["id"]?.GetValue<string>());
        Assert.Equal($"{order} signed with {Place.Key}", await View.PaperAsync(order));
        Assert.Null(await View.FindAsync(Order("unknown")));
        Assert.Equal(DeskView.NotThere, await View.PaperAsync(Order("unknown")));
    }

    [NeedsFact("npm", "redis-server")]
    public async Task A_message_reaches_each_unit_that_subscribes()
    {
        var order = Order("told");
        await View.OrderAsync(order);

        await View.SeesAsync(order);
        await View.ArchivesAsync(order);
    }

    [NeedsFact("npm", "redis-server")]
    public async Task What_was_asked_for_comes_from_the_cache()
    {
        var order = Order("cached");
        await View.OrderAsync(order);
        await View.ArchivesAsync(order);

        Assert.Equal($"{order} is kept, as was asked before", await View.ArchivedAsync(order));
    }

    [NeedsFact("npm", "redis-server")]
    public async Task A_message_that_fails_is_a_dead_letter_until_it_is_put_back()
    {
        var (first, second) = (Order("first"), Order("second"));
        await View.OrderAsync(second, after: first);

        Assert.Contains($"{second} waits for {first}", await Desk.ReasonAsync("ledger", second), StringComparison.Ordinal);
        await View.OrderAsync(first);
        await Desk.RedriveAsync("ledger", second);
        await View.SeesAsync(second);
    }

    [NeedsFact("npm", "redis-server")]
    public async Task Only_units_call_units()
    {
        using var stranger = new HttpClient { BaseAddress = Desk.Of("receipts").Http.BaseAddress };
        using var call = await stranger.PostAsync("_klotho/calls/receipts/Klotho.EndToEnd.Tests.Desk.IReceipts.WriteAsync", JsonContent.Create(new { order = Order("stolen") }));

        Assert.Equal(HttpStatusCode.Unauthorized, call.StatusCode);
        Assert.Equal(DeskView.NotThere, await View.PaperAsync(Order("stolen")));
    }
}
