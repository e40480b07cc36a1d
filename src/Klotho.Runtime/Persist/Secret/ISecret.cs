namespace Klotho;

/// <summary>A secret text. It is fetched when asked for and never logged.</summary>
public partial interface ISecret
{
    /// <summary>The current value.</summary>
    /// <exception cref="InvalidOperationException">No value is set; the message says where to set it.</exception>
    ValueTask<string> ReadAsync(CancellationToken cancel = default);
}
