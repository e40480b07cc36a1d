using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Capabilities.Persist;

/// <summary><c>[Persist("id", Access = StoreAccess.Read)]</c>: the author's word for what the analysis cannot see.</summary>
internal static class Vouching
{
    private const int Read = 1;

    /// <summary>The operations that read, where the author says that nothing else is done; otherwise null.</summary>
    public static EquatableArray<string>? Of(AnnotatedSymbol symbol, params string[] reads) =>
        symbol.Number("Access") == Read ? reads.ToEquatableArray() : null;
}
