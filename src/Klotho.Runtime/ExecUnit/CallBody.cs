using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Klotho.Wiring;

/// <summary>The whole body of a call, in memory that is another's once this is disposed.</summary>
internal sealed class CallBody : IDisposable
{
    private const int Usual = 4096;

    private byte[] _rented;
    private int _length;

    // A byte more than there is, so that the end is found without another buffer.
    public CallBody(HttpRequest request) =>
        _rented = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(request.ContentLength + 1 ?? Usual, Usual, UnitCallProtocol.MaxBytes + 1));

    public ReadOnlyMemory<byte> Content => _rented.AsMemory(0, _length);

    /// <exception cref="BadHttpRequestException">It is over the limit.</exception>
    public async ValueTask ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        while (await request.Body.ReadAsync(_rented.AsMemory(_length), cancel) is > 0 and var read)
        {
            _length += read;
            if (_length > UnitCallProtocol.MaxBytes)
            {
                throw new BadHttpRequestException($"The arguments are over {UnitCallProtocol.MaxBytes} bytes.", StatusCodes.Status413PayloadTooLarge);
            }

            if (_length == _rented.Length)
            {
                Grow();
            }
        }
    }

    public void Dispose()
    {
        // Arguments are nobody else's business.
        var rented = Interlocked.Exchange(ref _rented, []);
        rented.AsSpan(0, Math.Min(_length, rented.Length)).Clear();
        _length = 0;
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _length);
        Content.CopyTo(larger);
        _rented.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = larger;
    }
}
