using Klotho.Analysis.Collections;

namespace Klotho.Emit.Permissions;

/// <summary>A statement of a policy as documents show it.</summary>
/// <param name="Allows">Whether it allows; otherwise it forbids.</param>
/// <param name="Actions">The actions.</param>
/// <param name="On">What they are done on: <c>${images.arn}/*</c>.</param>
/// <param name="If">What must hold besides; empty where nothing must.</param>
/// <param name="Needs">What needs each of its actions; none where it forbids.</param>
public sealed record EmittedStatement(
    bool Allows, EquatableArray<string> Actions, EquatableArray<string> On, EquatableArray<string> If, EquatableArray<Permission> Needs);
