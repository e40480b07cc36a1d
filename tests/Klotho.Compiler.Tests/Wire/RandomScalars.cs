namespace Klotho.Compiler.Tests.Wire;

/// <summary>Values without parts, the limits of their types often among them.</summary>
internal sealed class RandomScalars(Random random)
{
    /// <summary>A value of the type; null where it is no scalar.</summary>
    public object? Make(Type type)
    {
        if (type.IsEnum)
        {
            var values = Enum.GetValuesAsUnderlyingType(type);
            return Enum.ToObject(type, values.GetValue(random.Next(values.Length)) ?? 0);
        }

        return type == typeof(byte[]) ? Bytes()
            : type == typeof(Memory<byte>) ? new Memory<byte>(Bytes())
            : type == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemory<byte>(Bytes())
            : Samples.TryGetValue(type, out var samples) ? samples[random.Next(samples.Length)] : null;
    }

    public static IReadOnlyDictionary<Type, object[]> Samples { get; } = new Dictionary<Type, object[]>
    {
        [typeof(byte)] = [byte.MinValue, byte.MaxValue, (byte)7],
        [typeof(sbyte)] = [sbyte.MinValue, sbyte.MaxValue, (sbyte)7],
        [typeof(short)] = [short.MinValue, short.MaxValue, (short)7],
        [typeof(ushort)] = [ushort.MinValue, ushort.MaxValue, (ushort)7],
        [typeof(int)] = [int.MinValue, int.MaxValue, 7],
        [typeof(uint)] = [uint.MinValue, uint.MaxValue, 7u],
        [typeof(long)] = [long.MinValue, long.MaxValue, 7L],
        [typeof(ulong)] = [ulong.MinValue, ulong.MaxValue, 7ul],
        [typeof(Int128)] = [Int128.MinValue, Int128.MaxValue, (Int128)7],
        [typeof(UInt128)] = [UInt128.MinValue, UInt128.MaxValue, (UInt128)7],
        [typeof(Half)] = [Half.MinValue, Half.MaxValue, (Half)0.1, Half.Epsilon],
        [typeof(float)] = [float.MinValue, float.MaxValue, 0.1f, float.Epsilon],
        [typeof(double)] = [double.MinValue, double.MaxValue, 0.1, double.Epsilon, 1e-20],
        [typeof(decimal)] = [decimal.MinValue, decimal.MaxValue, 0.1m, 1.0000000000000000000000000001m],
        [typeof(bool)] = [true, false],
        [typeof(string)] = ["", "text", "7", "\"ü\\", "2020-01-02", "http://[::x"],
        [typeof(char)] = ['a', '7', '"', 'ü'],
        [typeof(Guid)] = [Guid.Empty, new Guid("11223344-5566-7788-99aa-bbccddeeff00")],
        [typeof(DateTime)] = [DateTime.MinValue, new DateTime(2020, 2, 29, 12, 30, 15, 123, DateTimeKind.Utc), new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Unspecified)],
        [typeof(DateTimeOffset)] = [DateTimeOffset.MinValue, new DateTimeOffset(2020, 2, 29, 12, 30, 15, TimeSpan.FromHours(5.5))],
        [typeof(DateOnly)] = [DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2020, 2, 29)],
        [typeof(TimeOnly)] = [TimeOnly.MinValue, TimeOnly.MaxValue, new TimeOnly(12, 30)],
        [typeof(TimeSpan)] = [TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromMinutes(90.5)],
        [typeof(Uri)] = [new Uri("https://example.org/a?b=c"), new Uri("relative/path", UriKind.Relative)],
        [typeof(Version)] = [new Version(1, 2), new Version(1, 2, 3, 4)],
        [typeof(byte[])] = [new byte[] { 1, 2, 250 }, Array.Empty<byte>()],
    };

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(5)];
        random.NextBytes(bytes);
        return bytes;
    }
}
