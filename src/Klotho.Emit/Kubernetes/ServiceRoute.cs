namespace Klotho.Emit.Kubernetes;

/// <summary>Requests that go to a service of the cluster.</summary>
/// <param name="Path">Their path, or what it begins with.</param>
/// <param name="Open">Whether everything below the path goes there too.</param>
/// <param name="Service">The service.</param>
internal sealed record ServiceRoute(string Path, bool Open, string Service);
