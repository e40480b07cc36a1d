using Klotho.Analysis.Collections;
using Klotho.Analysis.Routes.Conventions;

namespace Klotho.Analysis.Routes;

/// <summary>What stands before the patterns of a group: as far as it is known.</summary>
internal readonly record struct GroupPrefix(string Text, bool IsKnown)
{
    public static readonly GroupPrefix None = new("", true);

    public static readonly GroupPrefix Unknown = new("", false);

    /// <summary>What is said of all endpoints of the group, the outermost first.</summary>
    public EquatableArray<RouteConvention> Conventions { get; init; }

    public GroupPrefix Then(string? template) =>
        !IsKnown ? this : template is null ? this with { IsKnown = false } : this with { Text = RoutePattern.Join(Text, template) };

    public GroupPrefix With(IEnumerable<RouteConvention> more) => this with { Conventions = Conventions.Items.Concat(more).Distinct().ToEquatableArray() };
}
