namespace Klotho.Drivers;

/// <summary>A resource whose driver is opened when the process starts.</summary>
/// <param name="Id">The resource's id.</param>
/// <param name="Sections">Where its binding may stand: <c>Persist</c>, <c>PubSub</c>.</param>
/// <param name="Kind">The kind of driver.</param>
/// <param name="Open">Opens it, or finds it open.</param>
internal sealed record DriverRegistration(string Id, IReadOnlyList<string> Sections, Type Kind, Func<IServiceProvider, object> Open);
