using System.Text.Json.Nodes;
using Klotho.Runtime.Tests;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The application's routes, and what of its messages shows there.</summary>
internal sealed class DeskView(HttpClient http)
{
    public const string NotThere = "not yet there";

    /// <summary>What the application says to an order.</summary>
    public async Task<string> OrderAsync(string order, string? after = null)
    {
        using var answer = await http.PostAsync($"orders/{order}{(after is null ? "" : $"?after={after}")}", null);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    public async Task<JsonNode?> FindAsync(string order) => await http.GetStringAsync($"orders/{order}") is { Length: > 0 } text ? JsonNode.Parse(text) : null;

    public Task<string> PaperAsync(string name) => http.GetStringAsync($"papers/{name}");

    public Task<string> ArchivedAsync(string order) => http.GetStringAsync($"archive/{order}");

    /// <summary>Waits until the ledger has an order in hand.</summary>
    public Task TakesAsync(string order) => Eventually.IsTrueAsync(() => IsAsync(order, "taken"), $"the ledger has '{order}' in hand");

    /// <summary>Waits until the ledger has seen an order.</summary>
    public Task SeesAsync(string order) => Eventually.IsTrueAsync(() => IsAsync(order, "seen"), $"the ledger sees '{order}'");

    /// <summary>Waits until the archive has an order.</summary>
    public Task ArchivesAsync(string order) =>
        Eventually.IsTrueAsync(async () => (await ArchivedAsync(order)).StartsWith($"{order} is kept", StringComparison.Ordinal), $"the archive keeps '{order}'");

    private async Task<bool> IsAsync(string order, string state) => (await FindAsync(order))?[state]?.GetValue<bool>() == true;
}
