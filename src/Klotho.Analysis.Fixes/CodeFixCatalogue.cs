using System.Collections.Immutable;
using Klotho.Analysis.Fixes.Annotations;
using Klotho.Analysis.Fixes.Boundaries;
using Klotho.Analysis.Fixes.Calls;

namespace Klotho.Analysis.Fixes;

/// <summary>Every code fix. A new one is a new class and a line here.</summary>
internal static class CodeFixCatalogue
{
    public static readonly ImmutableArray<ICodeFix> All = [new IdFix(), new HiddenTypeFix(), new ByReferenceFix(), new AwaitFix(), new TokenFix()];
}
