using RabbitMQ.Client.Exceptions;

namespace Klotho.RabbitMq;

/// <summary>Tells what the client throws where the broker, the connection to it or a channel is gone from what is a mistake of ours.</summary>
internal static class BrokerFailure
{
    public static bool Is(Exception failure) => failure is IOException or RabbitMQClientException or OperationCanceledException or ObjectDisposedException;
}
