using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Emit;

/// <summary>What the emitter needs, and nothing that changes from machine to machine.</summary>
public sealed record EmitInput(Plan Plan, EquatableArray<EffectiveEntry> Configuration, AppLayout Layout, CapabilityCatalogue Catalogue);
