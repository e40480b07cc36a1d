namespace Klotho.Planning.Optimum;

/// <summary>An option that cannot be taken together with another one while a facility is closed (or ever, where <paramref name="Facility"/> is -1).</summary>
internal readonly record struct Partner(int Option, int Facility);
