using System.Globalization;
using System.Text;

namespace Klotho.Runtime.Tests.Host;

/// <summary>What a process did with parcels, a line for each step, in a file that outlives its being killed.</summary>
public sealed class ParcelLog(IConfiguration configuration) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream? _file = configuration["Parcels:Log"] is { Length: > 0 } path
        ? new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0) : null;

    /// <summary>Writes a line at once: the time, the step, the parcel's number and the message's id.</summary>
    public void Write(string step, int number, string message)
    {
        lock (_lock)
        {
            _file?.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow.Ticks} {step} {number} {message}\n")));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file?.Dispose();
}
