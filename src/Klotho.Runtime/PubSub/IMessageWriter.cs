namespace Klotho.Drivers;

/// <summary>A topic whose messages can be kept and published later: every <see cref="ITopic{T}"/> of this runtime is one.</summary>
/// <typeparam name="T">The type of its messages.</typeparam>
public interface IMessageWriter<in T>
{
    /// <summary>The topic's id.</summary>
    string Topic { get; }

    /// <summary>The message as its driver publishes it.</summary>
    /// <exception cref="PayloadTooLargeException">The message is over the limit.</exception>
    OutgoingMessage Write(T message);
}
