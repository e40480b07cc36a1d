using Klotho.Analysis.Collections;
using Klotho.Emit.Output;
using Klotho.Emit.Printing;
using Klotho.Planning.Configuration;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;

namespace Klotho.Emit;

/// <summary>What the emitter needs, and nothing that changes from machine to machine. <paramref name="Lock"/> is the plan's: it gives resources their names.</summary>
public sealed record EmitInput(Plan Plan, PlanLock Lock, EquatableArray<EffectiveEntry> Configuration, AppLayout Layout, CapabilityCatalogue Catalogue)
{
    /// <summary>Prints the program in the language that was asked for.</summary>
    public ProgramPrinter Printer { get; init; } = ProgramLanguages.Default;
}
