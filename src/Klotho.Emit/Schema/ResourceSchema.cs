using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Schema;

/// <summary>A resource type, or a function (which has no inputs that we use).</summary>
public sealed record ResourceSchema(
    ProviderToken Token,
    EquatableArray<PropertySchema> Inputs,
    EquatableArray<PropertySchema> Outputs,
    bool Deprecated);
