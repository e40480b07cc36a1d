namespace Klotho.Planning.Choices;

/// <summary>One profile of one choice, both by number.</summary>
internal readonly record struct ProfileRef(int Choice, int Profile);
