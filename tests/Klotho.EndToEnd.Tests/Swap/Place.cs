using Klotho.EndToEnd.Tests.Permissions;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>What the application keeps its state in and sends its messages by: one technology, or those that one plan chooses.</summary>
public abstract class Place : IAsyncLifetime
{
    public const string Schedule = "nightly";
    public const string Token = DeskRun.Token;

    /// <summary>What the application greets with.</summary>
    internal virtual string Greeting => "Good day";

    /// <summary>What it signs with.</summary>
    internal virtual string Key => "a key";

    /// <summary>What each binding is bound to.</summary>
    internal abstract IReadOnlyDictionary<string, string> Schemes { get; }

    /// <summary>The units that are planned on Lambda.</summary>
    internal virtual IReadOnlyList<string> Functions => [];

    /// <summary>The settings of each unit's process.</summary>
    internal abstract IReadOnlyDictionary<string, Settings> Units { get; }

    /// <summary>The settings of one process that is all units.</summary>
    internal virtual Settings Whole => Settings.OfAll(Units);

    /// <summary>The settings of a process that runs the schedule's method once, beside those of its unit.</summary>
    internal virtual Settings Scheduled => new(Units["ledger"]) { ["Klotho__RunSchedule"] = Schedule };

    public async Task InitializeAsync()
    {
        if (Programs.WhyNot(DeskContract.Needed) is null)
        {
            await SetUpAsync();
        }
    }

    public abstract Task DisposeAsync();

    /// <summary>Has the servers running, and on them what deploying makes.</summary>
    private protected abstract Task SetUpAsync();

    /// <summary>Runs the one process that makes the tables of the application's database, before any other.</summary>
    private protected async Task MigrateAsync()
    {
        await using var migration = DeskProcesses.Start(new(Units["archive"]) { ["Klotho__Migrate"] = "true" });
        Assert.True(await migration.EndAsync() == 0, migration.Output);
    }
}
