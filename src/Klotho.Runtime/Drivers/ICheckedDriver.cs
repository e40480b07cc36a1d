namespace Klotho.Drivers;

/// <summary>
/// A driver that can tell, at the price of one small call, whether what it is bound to answers. A driver that cannot (because the
/// unit may only publish, say) does not implement it, and its binding counts as healthy.
/// </summary>
public interface ICheckedDriver
{
    /// <summary>Asks once, without changing anything. A refusal for lack of permission is an answer.</summary>
    /// <exception cref="Exception">Whatever the technology throws where it does not answer, or where the resource is not there.</exception>
    ValueTask CheckAsync(CancellationToken cancel);
}
