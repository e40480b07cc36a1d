namespace Klotho;

/// <summary>What a handler may know of the message that it handles.</summary>
/// <param name="MessageId">The same for every delivery of a message: the key for handling it only once.</param>
/// <param name="Topic">The topic's id.</param>
/// <param name="Attempt">1 for the first delivery.</param>
public sealed record MessageContext(string MessageId, string Topic, int Attempt)
{
    /// <summary>The class and method of the handler, <c>OcrWorker.Handle</c>; each handler gets the message for itself.</summary>
    public string Handler { get; init; } = "";
}
