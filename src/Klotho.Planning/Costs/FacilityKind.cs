namespace Klotho.Planning.Costs;

/// <summary>
/// A kind of shared facility. <paramref name="Title"/> is what it is, for a sentence, with <c>{0}</c> for the part of the
/// identity after the colon (<c>endpoint:sqs</c>); <paramref name="Cost"/> fills its cost sheet, given that part.
/// </summary>
public sealed record FacilityKind(string Name, string Title, Func<string, CostSheet, CostSheet> Cost);
