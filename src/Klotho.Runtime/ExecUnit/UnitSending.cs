namespace Klotho.Wiring;

/// <summary>A call on its way, which is sent more than once where it has to be.</summary>
/// <param name="Call">The call.</param>
/// <param name="Address">The unit's method.</param>
/// <param name="Streams">Whether what has come of the answer is enough.</param>
/// <param name="Key">The same each time that it is sent.</param>
/// <param name="Deadline">Until when it is sent again. A stream as a whole has none; who has waited too long for an item hangs up.</param>
internal sealed record UnitSending(UnitCall Call, Uri Address, bool Streams, string Key, DateTimeOffset Deadline);
