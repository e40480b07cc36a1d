using Klotho.Analysis.Routes.Actions;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>Controllers that are mapped below a prefix.</summary>
/// <param name="Prefix">The prefix, with what is said of all their endpoints.</param>
/// <param name="Conventional">The routes that find actions by their names.</param>
/// <param name="Unknown">Where such a route is mapped that is not known before run time.</param>
internal sealed record ControllerMapping(GroupPrefix Prefix, IReadOnlyList<ConventionalRoute> Conventional, IReadOnlyList<Location> Unknown);
