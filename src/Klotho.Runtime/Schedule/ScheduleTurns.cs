namespace Klotho.Drivers;

/// <summary>
/// Has one of several processes that keep the time of the same schedule run its method: who is first to note a due time in a store that they
/// share (<c>Klotho:Schedules:turns</c>, or files below <c>Klotho:Data</c>). Without one, each process is taken for the only one.
/// </summary>
internal sealed class ScheduleTurns(ResourceBindings bindings, DriverSelection<IKeyValueDriver> stores)
{
    public const string Section = "Schedules";
    public const string Id = "turns";

    // No store of an application has a dot in its id, so the two have no files or keys in common.
    private const string OpenedAs = "schedules.turns";

    // Longer than clocks may differ.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    private readonly byte[] _self = Guid.NewGuid().ToByteArray();
    private readonly Lazy<IKeyValueDriver?> _store = new(() =>
        bindings.Find(Id, Section) is { } binding && binding.Scheme != LocalBinding.Memory.Scheme ? stores.Open(OpenedAs, binding) : null);

    /// <summary>Where turns are noted; null where nobody else keeps the time.</summary>
    public IKeyValueDriver? Store => _store.Value;

    /// <summary>Whether this process is to run a method that is due. Who was told so once is told so again.</summary>
    public async ValueTask<bool> TakeAsync(ScheduleHandler handler, DateTimeOffset due, CancellationToken cancel)
    {
        if (Store is not { } store)
        {
            return true;
        }

        var key = FormattableString.Invariant($"{handler.Schedule}/{handler.Name}/{due.UtcDateTime:yyyy-MM-dd'T'HH:mm}");
        try
        {
            await store.PutExpiringAsync(key, _self, Kept, WriteCondition.IfAbsent, cancel);
            return true;
        }
        catch (ConcurrencyException)
        {
            // It may be its own, and the answer was lost.
            return await store.GetAsync(key, cancel) is { } first && first.Value.Span.SequenceEqual(_self);
        }
    }
}
