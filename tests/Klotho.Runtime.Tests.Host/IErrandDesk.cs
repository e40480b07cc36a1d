namespace Klotho.Runtime.Tests.Host;

/// <summary>What other units may ask.</summary>
public interface IErrandDesk
{
    Task<int> CountAsync(CancellationToken cancel = default);
}
