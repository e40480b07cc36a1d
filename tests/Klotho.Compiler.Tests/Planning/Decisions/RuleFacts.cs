using System.Reflection;
using Klotho.Analysis.Diagnostics;
using Klotho.Planning;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>No rule of planning can be forgotten: a candidate's, a requirement's or a stage's.</summary>
public sealed class RuleFacts
{
    [Fact]
    public void Every_rule_that_planning_declares_is_listed_once()
    {
        var declared = typeof(PlanningRules).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticRule))
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticRule>()
            .Select(rule => rule.Code.Value)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.NotEmpty(declared);
        Assert.Equal(declared, PlanningRules.All.Items.Select(rule => rule.Code.Value).Order(StringComparer.Ordinal));
        Assert.Equal(declared.Distinct(), declared);
    }
}
