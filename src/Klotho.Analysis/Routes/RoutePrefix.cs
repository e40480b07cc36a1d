namespace Klotho.Analysis.Routes;

/// <summary>What stands before the patterns of a group: as far as it is known.</summary>
internal readonly record struct RoutePrefix(string Text, bool IsKnown)
{
    public static readonly RoutePrefix None = new("", true);

    public static readonly RoutePrefix Unknown = new("", false);

    public RoutePrefix Then(string? template) =>
        !IsKnown ? this : template is null ? this with { IsKnown = false } : new(RoutePattern.Join(Text, template), true);
}
