using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Yaml;

/// <summary>The file's one document (null where it is empty or cannot be read), and what is wrong.</summary>
public sealed record YamlResult(YamlNode? Root, EquatableArray<KlothoDiagnostic> Diagnostics);
