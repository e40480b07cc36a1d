using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Yaml;

/// <summary>What can be wrong with a file before its keys matter.</summary>
public static class YamlRules
{
    public static readonly DiagnosticRule Malformed = new(
        new("KL2001"), Severity.Error, "Malformed YAML",
        "This is not YAML that can be read: {0}");

    public static readonly DiagnosticRule Tab = new(
        new("KL2002"), Severity.Error, "Tab in the indentation",
        "YAML does not allow tabs in the indentation. Indent with spaces.");

    public static readonly DiagnosticRule SeveralDocuments = new(
        new("KL2003"), Severity.Error, "Several documents in one file",
        "A second document begins here, and only one would be read. Move its keys into the first, or into a file of its own.");

    public static readonly DiagnosticRule Feature = new(
        new("KL2004"), Severity.Error, "Anchor, alias, merge key or tag",
        "{0} is not allowed, so that every value stands where it is used. {1}");

    public static readonly DiagnosticRule DuplicateKey = new(
        new("KL2005"), Severity.Error, "Duplicate key",
        "The key `{0}` stands twice in this mapping, first in line {1}. Keep one of the two.");

    public static readonly EquatableArray<DiagnosticRule> All = new([Malformed, Tab, SeveralDocuments, Feature, DuplicateKey]);
}
