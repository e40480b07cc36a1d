namespace Klotho.Hosting;

/// <summary>A response that is kept until it is whole, as gateways and functions do, and is refused where it is too long.</summary>
internal sealed class LimitedBody(long? mostBytes) : MemoryStream
{
    /// <summary>Whether more was written than fits.</summary>
    public bool IsExceeded { get; private set; }

    public override void Write(byte[] buffer, int offset, int count)
    {
        Require(count);
        base.Write(buffer, offset, count);
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Require(buffer.Length);
        base.Write(buffer);
    }

    public override void WriteByte(byte value)
    {
        Require(1);
        base.WriteByte(value);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Require(count);
        return base.WriteAsync(buffer, offset, count, cancellationToken);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Require(buffer.Length);
        return base.WriteAsync(buffer, cancellationToken);
    }

    private void Require(int count)
    {
        if (Position + count > mostBytes)
        {
            IsExceeded = true;
            throw new PayloadTooLargeException($"The response is over {mostBytes} bytes, the limit of what hosts the application by its plan.");
        }
    }
}
