namespace Klotho.Planning.Requirements;

/// <summary>A requirement that a way of hosting a node does not satisfy.</summary>
/// <param name="Requirement">What is asked; its value is what was needed.</param>
/// <param name="Gives">What there is instead, in the words of klotho.yaml: the value with which the requirement would be satisfied.</param>
/// <param name="Gap">How far that is off, as a part of what is asked; 1 where there is only yes and no.</param>
public sealed record Shortfall(Requirement Requirement, string Gives, decimal Gap);
