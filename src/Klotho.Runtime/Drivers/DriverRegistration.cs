namespace Klotho.Drivers;

/// <summary>A resource whose driver is opened when the process starts.</summary>
/// <param name="Open">Opens it.</param>
internal sealed record DriverRegistration(Action<IServiceProvider> Open);
