namespace Klotho.Runtime.Tests.Contracts;

/// <summary>A stream of known bytes that holds none of them, and that can break half-way.</summary>
internal sealed class PatternStream(long length, long? failAt = null, Action? onRead = null) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static async Task<long> VerifyAsync(Stream content)
    {
        var buffer = new byte[81920];
        long at = 0;
        int read;
        while ((read = await content.ReadAsync(buffer)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != At(at + i))
                {
                    Assert.Fail($"Byte {at + i} is wrong.");
                }
            }

            at += read;
        }

        return at;
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        onRead?.Invoke();
        if (_at >= failAt)
        {
            throw new IOException("The sender broke off.");
        }

        var read = (int)Math.Min(count, length - _at);
        for (var i = 0; i < read; i++)
        {
            buffer[offset + i] = At(_at + i);
        }

        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static byte At(long position) => (byte)(position * 31 % 251);
}
