namespace Klotho.Benchmarks.Runtime;

/// <summary>An item, or a message: about 1 KB of JSON.</summary>
internal sealed record Card(int Number, string Text)
{
    public static Card Of(int number) => new(number, new string('x', 1000));
}
