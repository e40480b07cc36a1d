namespace Klotho.Drivers;

/// <summary>
/// What a worker does elsewhere in its own time. A <see cref="TriggeringHost"/>, which freezes the process between requests, calls every service of this type at the end of
/// each, when it is answered.
/// </summary>
public interface IAfterInvocation
{
    /// <summary>Does what is due; called when nothing is, too. What fails is logged by the host, and is due again.</summary>
    /// <param name="cancel">Signalled when the host gives it no more time.</param>
    ValueTask RunAsync(CancellationToken cancel);
}
