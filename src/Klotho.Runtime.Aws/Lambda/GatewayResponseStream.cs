using System.Buffers;

namespace Klotho.Aws;

/// <summary>The body of a response, kept in memory up to Lambda's limit.</summary>
/// <param name="start">Called before the first byte.</param>
internal sealed class GatewayResponseStream(Func<CancellationToken, Task> start) : Stream
{
    private readonly ArrayBufferWriter<byte> _content = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Content => _content.WrittenSpan;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await start(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        if (_content.WrittenCount + (long)buffer.Length > GatewayAnswer.MaxBytes)
        {
            throw GatewayAnswer.TooLarge();
        }

        _content.Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => start(cancellationToken);

    // As Kestrel: what works here must work there.
    public override void Write(byte[] buffer, int offset, int count) => throw Synchronous();

    public override void Flush() => throw Synchronous();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static InvalidOperationException Synchronous() => new("Synchronous operations are disallowed. Call WriteAsync or FlushAsync.");
}
