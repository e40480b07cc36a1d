namespace Klotho.Benchmarks.Files;

/// <summary>Which files the routes of an application come to.</summary>
internal enum Reached
{
    /// <summary>Ten for each route.</summary>
    Tenth,

    /// <summary>Each file by some route: what all units together read.</summary>
    All,
}
