namespace Klotho.Emit.Capabilities.Config;

/// <summary>The Systems Manager actions behind <c>IConfigValue</c> (Service Authorization Reference: AWS Systems Manager, read 2026-11-22).</summary>
internal static class ConfigActions
{
    public static readonly OperationActions ParameterStore = new(new([new("IConfigValue.Value", "ssm:GetParameter")]));
}
