using System.Globalization;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>Alarms and the network's log can be turned off, each by itself, and the plan says what alarms cost.</summary>
public sealed class MonitoringTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string FlowLog = "aws:ec2/flowLog:FlowLog";

    [Theory]
    [InlineData("", true, true)]
    [InlineData("monitoring: {alarms: true, flow_logs: true}\n", true, true)]
    [InlineData("monitoring: {alarms: false}\n", false, true)]
    [InlineData("monitoring: {flow_logs: false}\n", true, false)]
    public void What_is_turned_off_is_not_there(string yaml, bool alarms, bool flowLogs)
    {
        var (_, resources) = EmitCase.RunWithPlan("Fargate", $"defaults: {{execution_units: {{type: fargate}}}}\n{yaml}");
        var types = resources.Resources.Items.Select(resource => resource.Type.Value).ToHashSet();

        Assert.Equal((alarms, flowLogs), (types.Contains(Alarm), types.Contains(FlowLog)));
        Assert.Equal(alarms, resources.Outputs.Items.Any(output => output.Name == "alarm-notices-topic"));
        Assert.Equal(flowLogs, resources.Resources.Items.Any(resource => resource.Name.Value.StartsWith("network-flow", StringComparison.Ordinal)));
    }

    /// <summary>A budget costs nothing and is asked for by a line of its own.</summary>
    [Fact]
    public void A_budget_stays()
    {
        var (_, resources) = EmitCase.RunWithPlan("KeyValue", "requirements: {monthly_cost: 50 USD/month}\nmonitoring: {alarms: false}\n");

        Assert.Contains(resources.Resources.Items, resource => resource.Type.Value == "aws:budgets/budget:Budget");
        Assert.DoesNotContain(resources.Resources.Items, resource => resource.Type.Value == Alarm);
    }

    [Theory]
    [InlineData("")]
    [InlineData("monitoring: {alarms: false}\n")]
    public void The_plan_says_how_many_alarms_there_are_and_what_they_cost(string yaml)
    {
        var emitted = EmitCase.Run(App.Analyze(App.Compile(Golden.Sources(EmitCase.Stage, "KeyValue"))), yaml, CapabilityCatalogue.All);
        var count = emitted.Resources?.Resources.Items.Count(resource => resource.Type.Value == Alarm) ?? 0;
        var plan = emitted.Output?.Files.Items.Single(file => file.Path.Value == "plan.md").Text;

        Assert.Equal(yaml.Length == 0, count > 0);
        Assert.Equal(
            count > 0,
            plan?.Contains(string.Create(CultureInfo.InvariantCulture, $"- Not counted: {count} alarms at 0.10 USD a month each, {count * 0.10m:0.00} USD together"), StringComparison.Ordinal));
        Assert.Equal(count > 0, plan?.Contains("Not counted", StringComparison.Ordinal));
    }
}
