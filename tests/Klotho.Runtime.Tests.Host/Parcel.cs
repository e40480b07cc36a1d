using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Klotho.Runtime.Tests.Host;

/// <summary>A message of some length that shows whether it arrived whole.</summary>
public sealed record Parcel(int Number, string Text, string Digest)
{
    /// <summary>How many lanes there are: a parcel's next in its lane has the number that is as much higher.</summary>
    public const int Lanes = 20;

    /// <summary>Whether nothing of it is missing.</summary>
    public bool IsWhole => Digest == DigestOf(Text) && Text == TextOf(Number);

    /// <summary>The parcel of a number: the same at any time.</summary>
    public static Parcel Of(int number)
    {
        var text = TextOf(number);
        return new(number, text, DigestOf(text));
    }

    /// <summary>What the order of parcels is kept by, where it is: one of twenty, so that some are with one process and some with another.</summary>
    public static string LaneOf(int number) => string.Create(CultureInfo.InvariantCulture, $"lane {number % Lanes}");

    private static string TextOf(int number) => string.Concat(Enumerable.Repeat($"parcel {number}; ", 1 + (number * 37 % 200)));

    private static string DigestOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
