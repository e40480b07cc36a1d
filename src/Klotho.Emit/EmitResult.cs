using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Emit;

/// <summary>The files to write and the resources they declare (null with an error among the diagnostics), and what is wrong.</summary>
public sealed record EmitResult(OutputTree? Output, ResourceGraph? Resources, EquatableArray<KlothoDiagnostic> Diagnostics);
