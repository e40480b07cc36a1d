namespace SearchTheDeck.Demo;

/// <summary>A color.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    public static Rgb White { get; } = new(255, 255, 255);
}
