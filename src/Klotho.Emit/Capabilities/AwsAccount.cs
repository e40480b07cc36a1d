using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>The account and the region that a program is deployed to, which only the deployment knows.</summary>
public static class AwsAccount
{
    public static readonly InputValue.Lookup Id = new(new("aws:index/getCallerIdentity:getCallerIdentity"), "accountId");

    public static readonly InputValue.Lookup Region = new(new("aws:index/getRegion:getRegion"), "region");

    /// <summary>The ARN of something in this account and region: <c>arn:aws:ecs:REGION:ACCOUNT:*</c>.</summary>
    public static InputValue.Interpolation Arn(string service, params IEnumerable<InputValue> resource) =>
        InputValue.Interpolation.Of([$"arn:aws:{service}:", Region, ":", Id, ":", .. resource]);
}
