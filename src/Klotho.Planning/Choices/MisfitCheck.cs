using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Choices;

/// <summary>Parameters that a node's type does not take: of the type that a directive names, or where none does, of every type.</summary>
internal static class MisfitCheck
{
    public static IEnumerable<KlothoDiagnostic> Run(PlanModel model) => model.Choices
        .Where(choice => choice.Directives.Type is not null || choice.Capability.Candidates.Items.All(candidate => choice.Directives.Excludes(candidate) is not null))
        .SelectMany(choice => choice.Directives.Misfits(
            (choice.Directives.Type is { } type ? choice.Capability.Find($"{type.Value}") : null) ?? choice.Capability.Default));
}
