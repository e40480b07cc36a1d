namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The same of an application with a process for each unit, and what it does when one of them dies.</summary>
public abstract class UnitsContract(RunningDesk host) : DeskContract(host)
{
    [NeedsFact("npm", "redis-server")]
    public async Task Another_process_ends_what_a_killed_one_had_in_hand()
    {
        var (order, view) = (Order("in-hand"), new DeskView(Desk.Http));
        await Desk.KillAsync("ledger");
        await Desk.StartAsync("ledger", hold: true);
        await view.OrderAsync(order);
        await view.TakesAsync(order);

        await Desk.KillAsync("ledger");
        await Desk.StartAsync("ledger");
        await view.SeesAsync(order);
    }

    [NeedsFact("npm", "redis-server")]
    public async Task A_schedule_runs_once_in_a_process_of_its_own()
    {
        await new DeskView(Desk.Http).OrderAsync(Order("counted"));
        await Desk.RunScheduleAsync("ledger");

        Assert.Matches("^[1-9][0-9]*$", await new DeskView(Desk.Http).PaperAsync("total"));
    }
}
