namespace Klotho.Analysis.Routes.Conventions;

/// <summary>One thing that an attribute or a call says of endpoints.</summary>
internal sealed record RouteConvention(RouteConventionKind Kind, string Value = "")
{
    /// <summary>Whether it keeps callers out: such a one counts only where it always holds.</summary>
    public bool IsDemand => Kind is RouteConventionKind.Authenticated or RouteConventionKind.Policy or RouteConventionKind.Roles or RouteConventionKind.Schemes;
}
