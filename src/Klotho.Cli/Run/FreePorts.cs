using System.Net;
using System.Net.Sockets;

namespace Klotho.Cli.Run;

/// <summary>Ports on loopback that nobody listens on. They are all held until all are found, so that they differ.</summary>
internal static class FreePorts
{
    public static IReadOnlyList<int> Find(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToList();
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }
}
