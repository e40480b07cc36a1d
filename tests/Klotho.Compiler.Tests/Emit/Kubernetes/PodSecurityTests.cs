using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>Pods keep to Kubernetes' profile "restricted", and no password is where somebody could read it.</summary>
public sealed class PodSecurityTests
{
    public static TheoryData<string> Cases => ClusterCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_pod_keeps_to_the_restricted_profile(string name)
    {
        var pods = ClusterCases.Run(name).Resources.Resources.Items.SelectMany(resource => ClusterCases.Maps(resource.Inputs)).Where(map => map.Find("containers") is not null).ToList();

        Assert.NotEmpty(pods);
        Assert.All(pods, pod =>
        {
            Assert.Equal("{ type: RuntimeDefault }", Text(pod, "securityContext", "seccompProfile"));
            Assert.Equal("true", Text(pod, "securityContext", "runAsNonRoot"));
            Assert.NotEqual("0", Text(pod, "securityContext", "runAsUser"));
            Assert.DoesNotContain(pod.Entries.Items, entry => entry.Name.StartsWith("host", StringComparison.Ordinal));
            Assert.All(((InputValue.List?)pod.Find("containers"))?.Items.Items ?? [], container =>
            {
                Assert.Equal("false", Text((InputValue.Map)container, "securityContext", "allowPrivilegeEscalation"));
                Assert.Equal("true", Text((InputValue.Map)container, "securityContext", "readOnlyRootFilesystem"));
                Assert.Equal("{ drop: [ALL] }", Text((InputValue.Map)container, "securityContext", "capabilities"));
                Assert.NotNull(((InputValue.Map)container).Find("resources"));
            });
            Assert.All(ClusterCases.Find(pod, "volumes").SelectMany(ClusterCases.Maps), volume => Assert.Null(volume.Find("hostPath")));
        });
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_password_is_a_file_of_a_secret_that_the_program_does_not_hold(string name)
    {
        var resources = ClusterCases.Run(name).Resources.Resources.Items;

        Assert.DoesNotContain(resources, resource => resource.Type.Value == "kubernetes:core/v1:Secret");
        Assert.All(
            resources.SelectMany(resource => ClusterCases.Find(resource.Inputs, "value")).SelectMany(ClusterCases.Texts).Where(text => text.Contains("password", StringComparison.Ordinal)),
            text => Assert.Contains("password=file:///var/run/secrets/klotho/", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Cluster")]
    [InlineData("ClusterQueue")]
    [InlineData("ClusterSchedule")]
    [InlineData("ClusterSite")]
    [InlineData("ClusterElsewhere")]
    [InlineData("Topic moved")]
    public void What_must_be_portable_needs_no_service_of_the_provider(string name) =>
        Assert.DoesNotContain(ClusterCases.Run(name).Resources.Resources.Items, resource => resource.Type.Provider == "aws");

    private static string Text(InputValue.Map map, params string[] way) =>
        way.Aggregate((InputValue?)map, (value, step) => (value as InputValue.Map)?.Find(step)) is { } found ? ValueText.Of(found) : "";
}
