namespace Klotho.Analysis.Wire;

/// <summary>A member of an enum: its name in C#, the name that is written (where names are), and its number.</summary>
public sealed record WireEnumMember(string Name, string Written, decimal Value);
