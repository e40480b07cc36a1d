using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// An Allow statement of a unit's policy: exact actions on exact ARNs. <paramref name="Because"/> names the operations
/// that need it, for the comment and for permissions.md.
/// </summary>
/// <param name="Actions">The actions.</param>
/// <param name="Resources">What they may be done on.</param>
/// <param name="Because">What needs them, in a few words.</param>
/// <param name="Conditions">What must hold besides.</param>
public sealed record PolicyStatement(
    EquatableArray<string> Actions,
    EquatableArray<InputValue> Resources,
    string Because,
    EquatableArray<PolicyCondition> Conditions = default);
