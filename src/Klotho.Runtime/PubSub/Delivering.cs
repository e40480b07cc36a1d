namespace Klotho.Drivers;

/// <summary>Whether what runs belongs to a delivery of this process: its handler, and all that the handler calls or begins.</summary>
internal static class Delivering
{
    private static readonly AsyncLocal<bool> Inside = new();

    public static bool IsInside => Inside.Value;

    /// <summary>From here to the end of the asynchronous method that calls this.</summary>
    public static void Begin() => Inside.Value = true;
}
