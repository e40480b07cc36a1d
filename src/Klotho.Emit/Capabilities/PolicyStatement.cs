using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// An Allow statement of a unit's policy: exact actions on exact ARNs. <paramref name="Because"/> names the operations
/// that need it, for the comment and for permissions.md.
/// </summary>
public sealed record PolicyStatement(
    EquatableArray<string> Actions,
    EquatableArray<InputValue> Resources,
    string Because);
