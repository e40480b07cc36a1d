using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Explanations;

/// <summary>What a plan becomes, as far as it can be explained: every permission (by unit, action and place) and every resource.</summary>
public sealed record EmittedParts(EquatableArray<Permission> Permissions, EquatableArray<Resource> Resources, EquatableArray<KlothoDiagnostic> Diagnostics);
