namespace Klotho.Planning.Choices;

/// <summary>The same done for each of many, on all processors; the results stand in the order of what they were made from.</summary>
internal static class SideBySide
{
    /// <summary>Waking another thread costs more than a few nodes take.</summary>
    private const int Few = 50;

    /// <param name="count">How many there are.</param>
    /// <param name="make">Makes the one with that number. It must touch nothing that another changes.</param>
    public static T[] Of<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        if (count <= Few)
        {
            for (var index = 0; index < count; index++)
            {
                made[index] = make(index);
            }
        }
        else
        {
            Parallel.For(0, count, index => made[index] = make(index));
        }

        return made;
    }
}
