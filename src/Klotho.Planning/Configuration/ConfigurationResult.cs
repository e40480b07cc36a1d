using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Configuration;

/// <summary>What the files say as far as they can be read, and what is wrong with them.</summary>
public sealed record ConfigurationResult(KlothoConfiguration Configuration, EquatableArray<KlothoDiagnostic> Diagnostics);
