using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>A policy of a role: the resource that holds it, its document, and why each statement is there.</summary>
public sealed record EmittedPolicy(ResourceName Name, InputValue.Map Document, EquatableArray<EmittedStatement> Statements);
