using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Annotations;

/// <summary>Rules that hold for annotations of every capability.</summary>
public static class AnnotationRules
{
    public static readonly DiagnosticRule InvalidId = new(new("KL1001"), Severity.Error, "Invalid id",
        "The id \"{0}\" of {1} is not valid. Use lower-case letters, digits and hyphens, beginning with a letter, at most 40 characters.");

    public static readonly DiagnosticRule IdOfTwoKinds = new(new("KL1002"), Severity.Error, "One id for two things",
        "The id \"{0}\" names a {1} here and a {2} elsewhere. Give one of them another id.");

    public static readonly DiagnosticRule WrongTarget = new(new("KL1003"), Severity.Error, "Annotation on a wrong type",
        "{0} stands on '{1}', which is {2}. It belongs on {3}.");

    public static readonly DiagnosticRule ContradictingUses = new(new("KL1004"), Severity.Error, "Two uses of an id contradict",
        "\"{0}\" is {1} here but {2} elsewhere. Make both uses agree, or give one of them another id.");

    public static readonly DiagnosticRule FolderOutsideProject = new(new("KL1005"), Severity.Error, "Folder outside the project",
        "The folder \"{0}\" of {1} is not inside the project. Give a path relative to the project file, without a leading \"/\" and without \"..\".");

    public static readonly DiagnosticRule HiddenType = new(new("KL1006"), Severity.Error, "Type hidden from the generated wiring",
        "The wiring of {0} has to name '{1}' and cannot. Make the type, its type arguments and the types around it public or internal, and none of them a type parameter or local to its file.");

    public static readonly EquatableArray<DiagnosticRule> All =
        new([InvalidId, IdOfTwoKinds, WrongTarget, ContradictingUses, FolderOutsideProject, HiddenType]);
}
