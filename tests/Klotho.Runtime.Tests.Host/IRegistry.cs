namespace Klotho.Runtime.Tests.Host;

/// <summary>What another unit may ask, in the three ways in which a call may be made again.</summary>
public interface IRegistry
{
    /// <summary>Changes nothing, and may run twice.</summary>
    [Repeatable]
    Task<string> LookUpAsync(int number, CancellationToken cancel = default);

    /// <summary>May not run twice for one call.</summary>
    Task<string> StampAsync(int number, CancellationToken cancel = default);

    /// <summary>Enters a number once for each idempotency key, and answers with what was entered.</summary>
    Task<string> EnterAsync(int number, CancellationToken cancel = default);
}
