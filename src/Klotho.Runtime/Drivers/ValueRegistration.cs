namespace Klotho.Drivers;

/// <summary>A value whose reference is checked, and read if need be, when the process starts.</summary>
/// <param name="PrepareAsync">Does so.</param>
internal sealed record ValueRegistration(Func<IServiceProvider, CancellationToken, ValueTask> PrepareAsync);
