namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>What is kept outlives a change of what runs the application, and so does what is on its way.</summary>
public abstract class SwapContract(Place place)
{
    [NeedsFact("npm", "redis-server")]
    public async Task Units_go_on_where_one_process_of_all_has_stopped_and_the_other_way()
    {
        await using (var whole = await DeskHost.WholeAsync(place, hold: true))
        {
            var view = new DeskView(whole.Http);
            await view.OrderAsync("of-one");
            await view.ArchivesAsync("of-one");
            await view.TakesAsync("of-one");
            await whole.StopAsync();
        }

        await using (var units = await DeskHost.SplitAsync(place))
        {
            var view = new DeskView(units.Http);
            await view.SeesAsync("of-one");
            await HasAsync(view, "of-one");

            await units.KillAsync("ledger");
            await view.OrderAsync("of-units");
            await view.ArchivesAsync("of-units");
            await units.StopAsync();
        }

        await using var again = await DeskHost.WholeAsync(place);
        var last = new DeskView(again.Http);
        await last.SeesAsync("of-units");
        await HasAsync(last, "of-units");
        await HasAsync(last, "of-one");
    }

    private async Task HasAsync(DeskView view, string order)
    {
        Assert.Equal(order, (await view.FindAsync(order))?["id"]?.GetValue<string>());
        Assert.Equal($"{order} signed with {place.Key}", await view.PaperAsync(order));
        Assert.StartsWith($"{order} is kept", await view.ArchivedAsync(order), StringComparison.Ordinal);
    }
}
