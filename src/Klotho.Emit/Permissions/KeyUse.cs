using Klotho.Analysis.Collections;

namespace Klotho.Emit.Permissions;

/// <summary>A service that uses the operator's key by itself, which only the key's own policy can allow.</summary>
/// <param name="Service">The service: <c>sns.amazonaws.com</c>.</param>
/// <param name="Actions">What it does with the key.</param>
/// <param name="For">The resources on whose behalf, sorted.</param>
public sealed record KeyUse(string Service, EquatableArray<string> Actions, EquatableArray<string> For);
