namespace Klotho.Planning.Optimum;

/// <summary>One option of one choice.</summary>
public readonly record struct OptionRef(int Choice, int Option);
