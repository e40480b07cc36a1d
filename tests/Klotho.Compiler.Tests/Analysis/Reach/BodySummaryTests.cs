using System.Collections;
using Klotho.Analysis.Reach;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>A body whose summary is nothing is as if it were not there, so nothing that a summary can say may be forgotten in that.</summary>
public sealed class BodySummaryTests
{
    // Notes of what somebody asked of calls that stand in another list.
    private const string Notes = nameof(BodySummary.Places);

    public static TheoryData<string> Said => [.. typeof(BodySummary).GetProperties().Where(property => property.Name != Notes && property.PropertyType != typeof(bool)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Said))]
    public void Whatever_a_body_does_its_summary_is_something(string name)
    {
        var summary = new BodySummary();
        Assert.True(summary.IsNothing);

        var property = typeof(BodySummary).GetProperty(name) ?? throw new InvalidOperationException(name);
        if (property.GetValue(summary) is IList list)
        {
            var element = property.PropertyType.GetGenericArguments()[0];
            list.Add(element.IsValueType ? Activator.CreateInstance(element) : null);
        }
        else
        {
            property.SetValue(summary, Location.None);
        }

        Assert.False(summary.IsNothing);
    }
}
