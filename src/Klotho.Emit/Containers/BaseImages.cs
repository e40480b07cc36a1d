using Klotho.Planning.Capabilities.ExecUnit;

namespace Klotho.Emit.Containers;

/// <summary>
/// The images that others are made from, by their names in Microsoft's registry (dotnet/dotnet-docker, documentation/image-variants.md
/// and supported-tags.md, 2026-11-22). All are Ubuntu 24.04 for every version of .NET that is supported, so that packages have one
/// name, and have the data of cultures and time zones, so that the application behaves as on a laptop.
/// </summary>
internal sealed record BaseImages(string Version)
{
    private const string Registry = "mcr.microsoft.com/dotnet";

    /// <summary>The AWS Lambda Web Adapter (awslabs/aws-lambda-web-adapter, README.md, read 2026-11-23).</summary>
    public const string WebAdapter = "public.ecr.aws/awsguru/aws-lambda-adapter:0.9.1";

    /// <summary>Without shell and package manager, with a user of its own that is not root.</summary>
    private const string Chiseled = "noble-chiseled-extra";

    public static BaseImages For(string targetFramework) =>
        new(targetFramework.StartsWith("net", StringComparison.Ordinal) ? targetFramework["net".Length..] : targetFramework);

    public string Sdk(PublishMode mode) => $"{Registry}/sdk:{Version}-noble{(mode == PublishMode.NativeAot ? "-aot" : "")}";

    /// <summary>What runs what was published.</summary>
    public string Runtime(PublishMode mode, bool withPackages) =>
        $"{Registry}/{(mode == PublishMode.ReadyToRun ? "aspnet" : "runtime-deps")}:{Version}-{(withPackages ? "noble" : Chiseled)}";
}
