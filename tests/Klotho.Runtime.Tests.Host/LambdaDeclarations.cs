using Klotho.Wiring;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What the source generator would write for what only AWS Lambda triggers.</summary>
public static class LambdaDeclarations
{
    public static IReadOnlyList<Declaration> All { get; } =
    [
        new UnitDeclaration<ErrandWorker>("errands"),
        new UnitInterfaceDeclaration<IErrandDesk, ErrandWorker>(
            "errands",
            static _ => throw new NotSupportedException("No other unit of this application calls."),
            [new UnitMethod<IErrandDesk>("Count", static async (target, call, cancel) => call.Result(await target.CountAsync(cancel)))]),
        new TopicDeclaration<Errand>("errand-asked"),
        new SubscriptionDeclaration<ErrandWorker, Errand>(
            "errand-asked", "errands", "ErrandWorker.Handle",
            static (worker, errand, message, cancel) => new ValueTask(worker.HandleAsync(errand, message, cancel))),

        // Every minute: a process that kept its own time would be caught at it.
        new ScheduleDeclaration<ErrandWorker>(
            "rounds", "* * * * *", "errands", "ErrandWorker.Round", static (worker, cancel) => new ValueTask(worker.RoundAsync(cancel))),
    ];
}
